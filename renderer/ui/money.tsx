import type { Decimal } from '../../shared/money.ts';
import { useFormat } from '../i18n/format-context.tsx';

/** An amount, exact, in figures of one width. */
export function Money({ amount, currency }: { amount: Decimal; currency: string }) {
  return <span className="digits whitespace-nowrap">{useFormat().money(amount, currency)}</span>;
}
