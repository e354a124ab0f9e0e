/** The hosts that `npm run e2e` names for this run; undefined in `npm test`, which is about everything. */
export const namedHosts = (): string[] | undefined => process.env.KEYTILL_E2E_HOSTS?.split(',');

/** Whether this run is about the hosts, and not one of everything. */
export const areNamed = (): boolean => namedHosts() !== undefined;
