import type { TFunction } from 'i18next';

/** The names in an entry's details that have a word of their own. */
const NAMES = ['sale', 'markupPercent', 'roundTo', 'priceTolerancePercent', 'printer', 'shopName'] as const;

/** "markupPercent: 8 → 9" as "Markup, %: 8 → 9"; a name without a word stays as it was written. */
export function detailsText(t: TFunction<['manager', 'orders']>, details: string): string {
  return details
    .replace(/^changed: \[[^\]]*\], /, '')
    .replace(
      /(^|, )rates\.([A-Z]{3}): /g,
      (_, before, currency) => `${before}${t('detail.rate', { currency })}: `,
    )
    .replace(/(^|, )(\w+): /g, (whole, before, name) => {
      const known = NAMES.find(one => one === name);
      return known ? `${before}${t(`detail.${known}`)}: ` : whole;
    });
}
