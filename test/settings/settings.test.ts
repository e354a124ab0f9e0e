import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSettings, freshSettings } from '../../electron/settings/settings.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import { aShop } from '../support/a-shop.ts';

let db: Db;
beforeEach(() => {
  db = openStore(':memory:');
});
afterEach(() => void db.close());

const { language, shop } = aShop();

describe('the settings', () => {
  it('are not there before set-up', () => {
    const settings = createSettings(db);
    expect(settings.find()).toBeUndefined();
    expect(() => settings.get()).toThrow(expect.objectContaining({ code: 'not_set_up' }));
  });

  it('have sensible values for whatever was not said', () => {
    const fresh = freshSettings({ language, shop, roundTo: undefined, markupPercent: '8' });
    expect(fresh).toMatchObject({
      markupPercent: '8',
      roundTo: '0.01',
      priceTolerancePercent: '2',
      printer: 'none',
    });
  });

  it('outlive the process', () => {
    createSettings(db).write(aShop({ markupPercent: '12.5' }));
    expect(createSettings(db).get()).toEqual(aShop({ markupPercent: '12.5' }));
  });

  it('change by what is given, down to one line of the receipt, and nothing else', () => {
    const settings = createSettings(db);
    settings.write(aShop());
    expect(settings.merged({ shop: { name: 'Two' }, receipt: { footer: 'Bye' }, roundTo: '10' })).toEqual({
      ...aShop(),
      shop: { ...shop, name: 'Two' },
      receipt: { header: '', footer: 'Bye', paper: 80 },
      roundTo: '10',
    });
    expect(settings.get()).toEqual(aShop());
  });

  it('are those on disk, also when a change could not be stored to the end', () => {
    const settings = createSettings(db);
    settings.write(aShop());
    const failing = db.transaction(() => {
      settings.write(aShop({ markupPercent: '99' }));
      throw new Error('disk full');
    });
    expect(() => failing()).toThrow('disk full');
    expect(settings.get().markupPercent).toBe('8');
  });

  it('of an older KeyTill, which knew fewer of them, are still read', () => {
    const { autoPrint: _, lowBalance: __, ...older } = aShop();
    db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run('settings', JSON.stringify(older));
    expect(createSettings(db).get()).toEqual(aShop());
  });
});
