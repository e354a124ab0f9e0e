import type { orders as english } from '../en/orders.ts';
import type { Russian } from '../russian.ts';

export const orders: Russian<typeof english> = {};
