import { useTranslation } from 'react-i18next';
import type { Faults } from './setup-faults.ts';

/** Says the fault of one field, where it has one: `error={said('pin')}`. */
export function useFaultText(faults: Faults, tokenLength = 0): (field: keyof Faults) => string | undefined {
  const { t } = useTranslation('setup');
  return field => {
    const fault = faults[field];
    if (!fault) return undefined;
    return fault === 'token.wrongShape' ? t(fault, { count: tokenLength }) : t(fault);
  };
}
