import type { ReceiptSource } from '../../electron/receipts/receipt.ts';
import type { Order } from '../../shared/contract/orders.ts';
import type { Sale } from '../../shared/contract/sales.ts';

export const SHOP: ReceiptSource['settings'] = {
  language: 'en',
  shop: { name: 'Game Corner', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
  receipt: {
    header: 'Abay Ave. 10, Almaty\n+7 727 000 00 00',
    footer: 'Thank you!\nKeys cannot be returned once shown.',
    paper: 80,
  },
};

export const RUSSIAN: ReceiptSource['settings'] = {
  language: 'ru',
  shop: { ...SHOP.shop, name: 'Игровой уголок' },
  receipt: {
    header: 'г. Алматы, пр. Абая, 10\n+7 727 000 00 00',
    footer: 'Спасибо за покупку!\nПоказанный ключ возврату не подлежит.',
    paper: 80,
  },
};

export function order(id: string, position: number, more: Partial<Order> = {}): Order {
  return {
    id,
    saleId: 'sale-1',
    saleNumber: '1042',
    position,
    offerId: 999,
    productName: 'Steam US',
    offerName: 'Steam Wallet 50 USD',
    delivery: 'key',
    state: 'completed',
    next: 'none',
    decisions: [],
    attempts: 1,
    hasKey: true,
    price: '25000.00',
    currency: 'KZT',
    cost: '50',
    costCurrency: 'USD',
    partnerOrderId: `8812${position}`,
    createdAt: '2026-03-29T09:05:00.000Z',
    updatedAt: '2026-03-29T09:05:00.000Z',
    ...more,
  };
}

export function sale(lines: Sale['lines'], more: Partial<Sale> = {}): Sale {
  return {
    id: 'sale-1',
    number: '1042',
    attemptId: 'attempt-1',
    createdAt: '2026-03-29T09:05:00.000Z',
    day: '2026-03-29',
    staff: { id: 'staff-1', name: 'Aigerim' },
    lines,
    total: '25000.00',
    refunded: '0',
    currency: 'KZT',
    payment: { method: 'cash', tendered: '30000.00', change: '5000.00' },
    progress: { delivered: 1, open: 0, failed: 0 },
    ...more,
  };
}

export function line(more: Partial<Sale['lines'][number]> = {}): Sale['lines'][number] {
  return {
    offerId: 999,
    productName: 'Steam US',
    offerName: 'Steam Wallet 50 USD',
    delivery: 'key',
    quantity: 1,
    price: '25000.00',
    amount: '25000.00',
    ...more,
  };
}
