import { z } from 'zod';

const receiptItem = z.object({
  orderId: z.string(),
  partnerOrderId: z.string().optional(),
  /** Only in the main process, and only while printing. */
  key: z.string().optional(),
  status: z.enum(['delivered', 'waiting', 'failed', 'refunded']),
});

/** What a receipt or a collection slip says, before anyone draws it: one model for paper and for screen. */
export const receipt = z.object({
  kind: z.enum(['receipt', 'slip']),
  language: z.enum(['en', 'ru']),
  copy: z.boolean(),
  shopName: z.string(),
  header: z.array(z.string()),
  footer: z.array(z.string()),
  saleId: z.string(),
  saleNumber: z.string(),
  /** In the shop's time zone, ready to read: "2026-03-29 14:05". */
  at: z.string(),
  cashier: z.string(),
  currency: z.string(),
  lines: z.array(
    z.object({
      productName: z.string(),
      offerName: z.string(),
      delivery: z.enum(['key', 'topup', 'stars']),
      quantity: z.int(),
      price: z.string(),
      amount: z.string(),
      player: z.string().optional(),
      items: z.array(receiptItem),
    }),
  ),
  total: z.string(),
  refunded: z.string().optional(),
  payment: z.object({
    method: z.enum(['cash', 'card']),
    tendered: z.string().optional(),
    change: z.string().optional(),
    reference: z.string().optional(),
  }),
});
export type Receipt = z.output<typeof receipt>;
