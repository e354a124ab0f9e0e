import type { Offer } from '../../../shared/contract/catalogue.ts';
import type { Settings } from '../../../shared/contract/terminal.ts';
import { FakeTill, ok } from '../../support/fake-till.ts';
import { aBalance, aida, anUpdate, aStatus, BACKUPS, timur } from '../../support/fixtures.ts';
import { aDay } from './a-day.ts';
import { SHELF } from './an-offer.ts';

export const SETTINGS: Settings = {
  language: 'en',
  theme: 'light',
  shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
  rates: { RUB: '5.10', USD: '470.00' },
  markupPercent: '8',
  roundTo: '5',
  priceTolerancePercent: '2',
  lowBalance: '50',
  autoLockMinutes: 5,
  autoPrint: true,
  printer: 'tcp://192.168.1.50:9100',
  receipt: { header: 'Abay Ave 10, Almaty\n+7 700 123 45 67', footer: 'Thank you, and have fun!', paper: 80 },
};

/** A fake till for a manager: it answers everything the sections only look at. */
export function managerTill({ offers = SHELF }: { offers?: readonly Offer[] } = {}): FakeTill {
  return new FakeTill()
    .answer('terminal.status', () =>
      ok(
        aStatus({
          session: { staff: aida },
          catalogueSize: 1248,
          printer: { target: SETTINGS.printer, state: 'ready', waiting: 0 },
        }),
      ),
    )
    .answer('balance.get', () => ok(aBalance()))
    .answer('orders.list', () => ok({ orders: [] }))
    .answer('reports.day', ({ day = '2026-03-29' }) => ok(aDay({ day })))
    .answer('settings.get', () =>
      ok({ settings: SETTINGS, secretsSet: { token: true, managementToken: false } }),
    )
    .answer('catalogue.currencies', () =>
      ok({
        currencies: [
          { currency: 'USD', offers: 1104 },
          { currency: 'RUB', offers: 122 },
          { currency: 'TRY', offers: 22 },
        ],
      }),
    )
    .answer('catalogue.search', ({ query = '', offset = 0, limit = 60 }) => {
      const found = offers.filter(({ productName }) =>
        productName.toLowerCase().includes(query.toLowerCase()),
      );
      return ok({ offers: found.slice(offset, offset + limit), total: found.length });
    })
    .answer('staff.list', () => ok({ staff: [aida, timur] }))
    .answer('balance.transactions', ({ page = 1 }) =>
      ok({ transactions: page === 1 ? [...TRANSACTIONS] : [], total: TRANSACTIONS.length }),
    )
    .answer('updates.get', () =>
      ok(anUpdate({ off: 'elsewhere', step: 'idle', lookedAt: null, found: null })),
    )
    .answer('audit.list', () => ok({ entries: [...ENTRIES] }))
    .answer('backup.list', () => ok({ backups: [...BACKUPS], newestAt: BACKUPS[0].at }));
}

const TRANSACTIONS = [
  { id: 't3', amount: '-20.05', type: 'PURCHASE', description: 'Steam, 20 USD', balanceAfter: '842.15' },
  { id: 't2', amount: '1.56', type: 'REFUND', description: 'Telegram Stars, 100', balanceAfter: '862.20' },
  { id: 't1', amount: '500', type: 'DEPOSIT', description: 'Bank transfer', balanceAfter: '860.64' },
].map((transaction, index) => ({ ...transaction, createdAt: `2026-03-29T0${8 - index}:30:00.000Z` }));

const ENTRIES = [
  {
    seq: 4,
    action: 'order.decided',
    staffName: 'Aida',
    subject: 'order-1',
    details: 'sale: 1042, decision: retry',
  },
  { seq: 3, action: 'key.shown', staffName: 'Timur', subject: 'order-1', details: '' },
  { seq: 2, action: 'sale.charged', staffName: 'Timur', details: 'number: 1042, total: 10240.00' },
  {
    seq: 5,
    action: 'settings.saved',
    staffName: 'Aida',
    details:
      'changed: ["language"], language: en → ru, autoPrint: true → false, autoLockMinutes: 5 → 1, footer: changed',
  },
  { seq: 1, action: 'something.newer', details: 'by: a newer till' },
  {
    seq: 0,
    action: 'settings.saved',
    details: 'changed: ["rates"], rates.USD: 470 → 480, markupPercent: 8 → 9',
  },
].map(entry => ({ ...entry, at: `2026-03-29T08:0${entry.seq}:00.000Z` }));
