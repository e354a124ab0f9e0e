import type { Settings } from '../../shared/contract/terminal.ts';

/** The settings of a shop in Almaty that sells in tenge with 8 % on top, rounded up to 5. */
export function aShop(change: Partial<Settings> = {}): Settings {
  return {
    language: 'en',
    theme: 'light',
    shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
    rates: { USD: '470.00', RUB: '5.10' },
    markupPercent: '8',
    roundTo: '5',
    priceTolerancePercent: '2',
    lowBalance: '20',
    autoLockMinutes: 5,
    autoPrint: true,
    printer: 'none',
    receipt: { header: '', footer: '', paper: 80 },
    ...change,
  };
}
