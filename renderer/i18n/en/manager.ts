import { catalogue } from './manager/catalogue.ts';
import { day } from './manager/day.ts';
import { prices } from './manager/prices.ts';
import { records } from './manager/records.ts';
import { settings } from './manager/settings.ts';
import { staff } from './manager/staff.ts';
import { update } from './manager/update.ts';

export const manager = {
  title: 'Manager',
  tabs: 'Sections',
  tab: {
    day: 'Day',
    catalogue: 'Catalogue',
    prices: 'Prices',
    staff: 'Staff',
    settings: 'Settings',
    balance: 'Balance',
    audit: 'Audit',
    backups: 'Backups',
  },
  unsaved: 'unsaved',
  newer: 'update',
  form: {
    changed: 'There are unsaved changes',
    same: 'Everything is saved',
    wrong: 'Something is not right yet',
    discard: 'Discard',
  },
  day,
  catalogue,
  prices,
  staff,
  settings,
  update,
  ...records,
} as const;
