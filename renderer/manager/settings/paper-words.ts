import type { Language } from '../../../shared/people.ts';

/** What a receipt says around the shop's own lines: as it is printed, whatever language the screen speaks. */
export const PAPER_WORDS = {
  en: {
    sale: 'Sale No. 1042',
    cashier: 'Cashier',
    offer: 'Wallet code, 20 USD',
    key: 'YOUR KEY',
    total: 'TOTAL',
    cash: 'Cash',
    change: 'Change',
  },
  ru: {
    sale: 'Продажа № 1042',
    cashier: 'Кассир',
    offer: 'Код кошелька, 20 USD',
    key: 'ВАШ КЛЮЧ',
    total: 'ИТОГО',
    cash: 'Наличные',
    change: 'Сдача',
  },
} as const satisfies Record<Language, Record<string, string>>;
