/** The kind of machine that a package is for, in Node's words. */
export interface Machine {
  platform: string;
  arch: string;
}

/** Where a server describes the newest release for this kind of machine. One kind's does not overwrite another's. */
export const releaseFile = ({ platform, arch }: Machine): string => `keytill-${platform}-${arch}.yml`;

/** What is signed of a release: its description under the name of whose it is, so that it vouches for no other machine. */
export const releaseStatement = (machine: Machine, text: string): string =>
  `${releaseFile(machine)}\n${text}`;
