import type { z } from 'zod';
import { backupMethods } from './contract/backup.ts';
import { balanceMethods } from './contract/balance.ts';
import { catalogueMethods } from './contract/catalogue.ts';
import type { CALL_ERROR } from './contract/common.ts';
import { orderMethods } from './contract/orders.ts';
import { printerMethods } from './contract/printing.ts';
import { recordMethods } from './contract/records.ts';
import { saleMethods } from './contract/sales.ts';
import { staffMethods } from './contract/staff.ts';
import { terminalMethods } from './contract/terminal.ts';
import { updateMethods } from './contract/updates.ts';

/**
 * Everything the renderer, or another program, can ask of the till: name, input, output and the least role that may ask.
 * The host parses input, checks the role in the main process and answers {ok:true,value} or {ok:false,error}.
 */
export const contract = {
  ...terminalMethods,
  ...staffMethods,
  ...catalogueMethods,
  ...saleMethods,
  ...orderMethods,
  ...balanceMethods,
  ...printerMethods,
  ...recordMethods,
  ...backupMethods,
  ...updateMethods,
};

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

/** What a host answers to any call. */
export type Answer<M extends Method> =
  | { ok: true; value: Output<M> }
  | { ok: false; error: z.output<typeof CALL_ERROR> };

export const isMethod = (name: unknown): name is Method =>
  typeof name === 'string' && Object.hasOwn(contract, name);
