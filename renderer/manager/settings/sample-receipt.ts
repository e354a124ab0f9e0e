import type { Language } from '../../../shared/people.ts';
import type { Receipt } from '../../../shared/receipt.ts';
import type { SettingsDraft } from './settings-store.ts';

type Written = Pick<Receipt, 'at' | 'cashier' | 'total'> & {
  offerName: string;
  tendered: string;
  change: string;
};

/** What stands for a sale, as the shop's language writes it. */
const WRITTEN: Readonly<Record<Language, Written>> = {
  en: {
    at: '2026-03-29 14:05',
    cashier: 'Timur',
    offerName: 'Wallet code, 20 USD',
    total: '10240.00',
    tendered: '10500.00',
    change: '260.00',
  },
  ru: {
    at: '29.03.2026 14:05',
    cashier: 'Тимур',
    offerName: 'Код кошелька, 20 USD',
    total: '10 240,00',
    tendered: '10 500,00',
    change: '260,00',
  },
};

/** The receipt of a sale that never was, with what is about to be saved: its language, its shop and its lines. */
export function sampleReceipt({ language, shop, receipt }: SettingsDraft, currency: string): Receipt {
  const { at, cashier, offerName, total, tendered, change } = WRITTEN[language];
  const item = { orderId: 'sample', key: 'XXXX-XXXX-XXXX', status: 'delivered' } as const;
  const line = { productName: 'Steam', offerName, delivery: 'key', quantity: 1 } as const;
  return {
    kind: 'receipt',
    language,
    copy: false,
    shopName: shop.name,
    header: textLines(receipt.header),
    footer: textLines(receipt.footer),
    saleId: 'sample',
    saleNumber: '1042',
    at,
    cashier,
    currency,
    lines: [{ ...line, price: total, amount: total, items: [item] }],
    total,
    payment: { method: 'cash', tendered, change },
  };
}

const textLines = (text: string): string[] => (text.trim() === '' ? [] : text.trimEnd().split('\n'));
