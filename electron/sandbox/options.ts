import type { Decimal } from '../../shared/money.ts';
import type { Clock } from '../ports.ts';
import type { SomeSettings } from './settings.ts';

export interface SandboxOptions {
  /** 0, or nothing, for a free one. */
  port?: number;
  /** A second port for /sandbox/… alone, which answers while the partner is down; 0 for a free one. */
  controlPort?: number;
  /** How many offers the catalogue has, up to 64,000; 300 when nothing is said. */
  offers?: number;
  /** Prices, stock and keys follow from it. */
  seed?: number;
  /** The machine's own time unless another is given; latency and delays of orders pass on it too. */
  clock?: Clock;
  /** The opening balance in USD; "500.25" when nothing is said. */
  balance?: Decimal;
  firstOrderId?: number;
  token?: string;
  managementToken?: string;
  settings?: SomeSettings;
}

export const MOST_OFFERS = 64_000;
