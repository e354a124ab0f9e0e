import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { lock } from './en/lock.ts';
import { manager } from './en/manager.ts';
import { orders } from './en/orders.ts';
import { setup } from './en/setup.ts';
import { till } from './en/till.ts';
import { common as commonRu } from './ru/common.ts';
import { errors as errorsRu } from './ru/errors.ts';
import { lock as lockRu } from './ru/lock.ts';
import { manager as managerRu } from './ru/manager.ts';
import { orders as ordersRu } from './ru/orders.ts';
import { setup as setupRu } from './ru/setup.ts';
import { till as tillRu } from './ru/till.ts';

const en = { common, errors, lock, manager, orders, setup, till };
const ru = {
  common: commonRu,
  errors: errorsRu,
  lock: lockRu,
  manager: managerRu,
  orders: ordersRu,
  setup: setupRu,
  till: tillRu,
};

export const resources = { en, ru };

/** English is the shape: keys and the values they name are checked against it. */
export type English = typeof en;
export type Area = keyof English;
