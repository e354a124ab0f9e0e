import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAudit } from '../../electron/audit/audit.ts';
import { insertOrder } from '../../electron/orders/order-store.ts';
import { settleIncompleteSales } from '../../electron/sales/incomplete-sales.ts';
import { nextSaleNumber } from '../../electron/sales/sale-store.ts';
import { skipSaleNumbers } from '../../electron/sales/skip-sale-numbers.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import { anOrder } from '../orders/an-order.ts';
import { aRowFor, aSaleFor } from '../orders/rows.ts';

let db: Db;
beforeEach(() => {
  db = openStore(':memory:');
  aSaleFor(db);
});
afterEach(() => void db.close());

const order = (id: string, price: string) => insertOrder(db, { ...aRowFor(id, anOrder()), price }, anOrder());
const sales = () => db.prepare('SELECT id, total FROM sales').all();
const settle = () => {
  const forgotten: string[] = [];
  return { leftOut: settleIncompleteSales(db, 0, id => void forgotten.push(id)), forgotten };
};

test('a sale that is all here stays as it is', () => {
  order('o1', '60.00');
  order('o2', '50.00');
  expect(settle()).toEqual({ leftOut: [], forgotten: [] });
  expect(sales()).toEqual([{ id: 'sale', total: '110.00' }]);
  expect(listAudit(db, 10)).toEqual([]);
});

test('a sale of which an order is lost counts what is here, and the audit says what is missing', () => {
  order('o1', '60.00');
  expect(settle().leftOut).toEqual([]);
  expect(sales()).toEqual([{ id: 'sale', total: '60.00' }]);
  expect(listAudit(db, 10)).toMatchObject([
    { action: 'sale.incomplete', subject: 'sale', details: { number: 1001, total: '110.00', missing: '50' } },
  ]);
});

test('a sale without any order is left out, with what refers to it, and the audit names it', () => {
  expect(settle()).toEqual({ leftOut: ['sale'], forgotten: ['sale'] });
  expect(sales()).toEqual([]);
  expect(listAudit(db, 10)).toMatchObject([
    { action: 'sale.incomplete', details: { number: 1001, missing: '110' } },
  ]);
});

test('an order that took the place of another is paid for by that one', () => {
  order('o1', '110.00');
  insertOrder(db, { ...aRowFor('o2', anOrder()), replaces: 'o1' }, anOrder());
  settle();
  expect(sales()).toEqual([{ id: 'sale', total: '110.00' }]);
});

test('numbers that may be on paper already are never given out again', () => {
  expect(nextSaleNumber(db)).toBe(1002);
  skipSaleNumbers(db);
  expect(nextSaleNumber(db)).toBe(3001);
  skipSaleNumbers(db);
  expect(nextSaleNumber(db)).toBe(5001);
});
