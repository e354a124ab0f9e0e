import { type Catalogue, createCatalogue } from '../../electron/catalogue/catalogue.ts';
import type { CatalogueRow, Partner } from '../../electron/partner/partner.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import type { CatalogueProgress } from '../../shared/contract/catalogue.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import { aShop } from './a-shop.ts';
import { EagerClock, type FakeClock } from './fake-clock.ts';
import { FakePartner, pagesOf, refused } from './fake-partner.ts';

export interface CatalogueUnderTest {
  catalogue: Catalogue;
  db: Db;
  clock: FakeClock;
  partner: FakePartner;
  audited: { action: string; subject: string | undefined; details: Record<string, unknown> }[];
  told: CatalogueProgress[];
  set(change: Partial<Settings>): void;
}

/** A catalogue on a real database and a partner that answers as told; waits are over at once. */
export function aCatalogue(
  answers: Partial<Partner> = {},
  clock: FakeClock = new EagerClock(),
): CatalogueUnderTest {
  const db = openStore(':memory:');
  const partner = new FakePartner({ offer: async () => refused('OFFER_NOT_FOUND'), ...answers });
  const audited: CatalogueUnderTest['audited'] = [];
  const told: CatalogueProgress[] = [];
  let settings = aShop();
  const catalogue = createCatalogue({
    db,
    clock,
    partner,
    settings: () => settings,
    audit: (action, subject, details) => void audited.push({ action, subject, details }),
    progress: progress => void told.push(progress),
  });
  return {
    catalogue,
    db,
    clock,
    partner,
    audited,
    told,
    set: change => {
      settings = { ...settings, ...change };
    },
  };
}

/** A catalogue that has read `rows` from its partner. */
export async function aStockedCatalogue(
  rows: readonly CatalogueRow[],
  answers: Partial<Partner> = {},
): Promise<CatalogueUnderTest> {
  const under = aCatalogue({ cataloguePage: pagesOf(rows, 100), ...answers });
  await under.catalogue.sync();
  return under;
}
