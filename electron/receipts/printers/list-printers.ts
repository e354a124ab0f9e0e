import type { SystemPrinters } from '../../ports.ts';
import { listCupsPrinters } from './cups.ts';

export interface FoundPrinters {
  /** By what it is given: a receipt printer's own commands, or a page through its driver. */
  printers: { target: string; name: string; through: 'commands' | 'driver' }[];
  /** Whether this till can print through a driver at all. */
  hasDrivers: boolean;
}

/** The printers of this machine, each in every way it can be printed on. */
export async function listPrinters(system: SystemPrinters | undefined): Promise<FoundPrinters> {
  const [queues, driven] = await Promise.all([listCupsPrinters(), system?.list() ?? []]);
  return {
    hasDrivers: system !== undefined,
    printers: [
      ...driven.map(({ name, shown }) => ({
        target: `system:${name}`,
        name: shown,
        through: 'driver' as const,
      })),
      ...queues.map(queue => ({ ...queue, through: 'commands' as const })),
    ],
  };
}
