import type { Language } from './people.ts';

export interface ReceiptTexts {
  copy: string;
  saleNumber: (number: string) => string;
  cashier: string;
  total: string;
  cash: string;
  card: string;
  change: string;
  reference: string;
  moneyReturned: string;
  slipTitle: string;
  slipPaid: string;
  slipPromise: string;
  slipKeep: string;
  /** Under the line it is about. */
  waiting: string;
  credited: string;
  keyNotPrinted: string;
  failed: string;
  refunded: string;
  player: string;
  telegram: string;
  key: string;
  keyEscaped: string;
  keyWithoutCode: string;
  keyImage: string;
  order: string;
  partnerOrder: string;
}

/** Every word of a receipt, on paper and where a screen draws one: it follows the shop's language, not the viewer's. */
export const RECEIPT_TEXTS: Record<Language, ReceiptTexts> = {
  en: {
    copy: 'COPY',
    saleNumber: number => `Sale No. ${number}`,
    cashier: 'Cashier',
    total: 'TOTAL',
    cash: 'Cash',
    card: 'Card',
    change: 'Change',
    reference: 'Card receipt',
    moneyReturned: 'Money returned',
    slipTitle: 'COLLECTION SLIP',
    slipPaid: 'PAID',
    slipPromise: 'Your purchase is paid for and will be delivered, or your money back.',
    slipKeep: 'Keep this slip and show it at the counter to collect it.',
    waiting: 'Paid, will be delivered',
    credited: 'Credited',
    keyNotPrinted: 'Delivered, key not on this print',
    failed: 'Not delivered - money to be returned',
    refunded: 'Not delivered - money returned',
    player: 'Player',
    telegram: 'Telegram',
    key: 'YOUR KEY',
    keyEscaped:
      'This key has characters that cannot be printed. Each is written as \\x or \\u with its code, and \\ as \\\\.',
    keyWithoutCode: 'There is no QR code for this key.',
    keyImage: 'Scan to open your key',
    order: 'Order',
    partnerOrder: 'Supplier order',
  },
  ru: {
    copy: 'КОПИЯ',
    saleNumber: number => `Продажа № ${number}`,
    cashier: 'Кассир',
    total: 'ИТОГО',
    cash: 'Наличные',
    card: 'Карта',
    change: 'Сдача',
    reference: 'Чек терминала',
    moneyReturned: 'Деньги возвращены',
    slipTitle: 'ТАЛОН НА ВЫДАЧУ',
    slipPaid: 'ОПЛАЧЕНО',
    slipPromise: 'Ваша покупка оплачена: она будет выдана или вам вернут деньги.',
    slipKeep: 'Сохраните талон и покажите его на кассе при получении.',
    waiting: 'Оплачено, будет выдано',
    credited: 'Зачислено',
    keyNotPrinted: 'Выдано, ключа в этом чеке нет',
    failed: 'Не выдано - деньги к возврату',
    refunded: 'Не выдано - деньги возвращены',
    player: 'Игрок',
    telegram: 'Telegram',
    key: 'ВАШ КЛЮЧ',
    keyEscaped: 'В ключе есть непечатаемые знаки. Каждый записан как \\x или \\u с его кодом, а \\ как \\\\.',
    keyWithoutCode: 'QR-кода для этого ключа нет.',
    keyImage: 'Отсканируйте, чтобы открыть ключ',
    order: 'Заказ',
    partnerOrder: 'Заказ у поставщика',
  },
};
