import { currencyDigits } from '../../shared/money.ts';
import { DecimalField, type DecimalFieldProps } from './decimal-field.tsx';

/** An amount someone pays: never negative, no fraction of the currency's smallest coin. */
export function MoneyField({
  currency,
  ...props
}: Omit<DecimalFieldProps, 'digits' | 'signed' | 'unit'> & { currency: string }) {
  return <DecimalField {...props} digits={currencyDigits(currency)} unit={currency} />;
}
