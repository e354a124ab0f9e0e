import type { TFunction } from 'i18next';
import { ORDER_REASONS, ORDER_STATES } from '../../../shared/order-state.ts';
import { PRINT_FAILURES, type PrintFailure } from '../../../shared/print-failure.ts';
import type { PlainFailure } from '../../i18n/print-failure-shape.ts';
import { type AuditDetail, auditDetails } from './audit-details.ts';

type Words = TFunction<['manager', 'orders', 'common', 'printFailures']>;

/** The names that have a word of their own. */
const NAMES = [
  'sale',
  'number',
  'total',
  'method',
  'orders',
  'shop',
  'currency',
  'partnerId',
  'failed',
  'from',
  'reason',
  'attempts',
  'partnerOrderId',
  'here',
  'partnerSays',
  'amount',
  'price',
  'cost',
  'offerId',
  'replaces',
  'missing',
  'kind',
  'copy',
  'failure',
  'askedBy',
  'name',
  'role',
  'newPin',
  'why',
  'size',
  'added',
  'updated',
  'gone',
  'complete',
  'ownPrice',
  'hidden',
  'gap',
  'nextNumber',
  'concerned',
  'sales',
  'keys',
  'refunds',
  'skipped',
  'setAside',
] as const;

/** Settings, by the names that they have on their own screens. */
const SETTINGS = {
  markupPercent: 'prices.markup',
  roundTo: 'prices.roundTo',
  priceTolerancePercent: 'prices.tolerance',
  shopCurrency: 'prices.currencyTitle',
  shopName: 'settings.name',
  timeZone: 'settings.timeZone',
  dayStartsAt: 'settings.dayStartsAt',
  language: 'settings.language',
  theme: 'settings.theme',
  autoLockMinutes: 'settings.autoLock',
  lowBalance: 'settings.lowBalance',
  printer: 'settings.printer',
  paper: 'settings.paper',
  autoPrint: 'settings.autoPrint',
  header: 'settings.header',
  footer: 'settings.footer',
  token: 'settings.token',
  managementToken: 'settings.managementToken',
} as const;
type Setting = keyof typeof SETTINGS;

/** The values of settings that are no numbers and no names, as their screens say them. */
const SETTING_VALUES: Partial<Record<Setting, Readonly<Record<string, SettingValue>>>> = {
  language: { en: 'settings.en', ru: 'settings.ru' },
  theme: { system: 'settings.system', light: 'settings.light', dark: 'settings.dark' },
  paper: { 58: 'settings.paper58', 80: 'settings.paper80', 210: 'settings.paperA4' },
};
type SettingValue =
  `settings.${'en' | 'ru' | 'system' | 'light' | 'dark' | 'paper58' | 'paper80' | 'paperA4'}`;

const VALUES = [
  'true',
  'false',
  'cash',
  'card',
  'cashier',
  'manager',
  'receipt',
  'slip',
  'test',
  'changed',
  'replaced',
  'removed',
] as const;
const WHY = ['daily', 'on_demand', 'before_restore', 'other'] as const;
const PLAIN_FAILURES: readonly (PlainFailure | 'unprintable')[] = [
  'unreachable',
  'no_paper',
  'cover_open',
  'interrupted',
  'refused',
  'unprintable',
];
const CAUSES = PRINT_FAILURES.filter(
  (failure): failure is Exclude<PrintFailure, PlainFailure> =>
    !PLAIN_FAILURES.some(plain => plain === failure),
);

/** "from: sending, attempts: 1" as "Before: Sending · Times sent: 1"; what has no word stays as it was written. */
export function detailsText(t: Words, details: string): string {
  return auditDetails(details)
    .map(detail => [nameText(t, detail), valueText(t, detail)].filter(Boolean).join(': '))
    .join(' · ');
}

function nameText(t: Words, { name }: AuditDetail): string {
  const rate = /^rates\.([A-Z]{3})$/.exec(name)?.[1];
  if (rate) return t('detail.rate', { currency: rate });
  if (isSetting(name)) return t(SETTINGS[name]);
  const known = NAMES.find(one => one === name);
  return known ? t(`detail.${known}`) : name;
}

const isSetting = (name: string): name is Setting => Object.hasOwn(SETTINGS, name);

/** What a setting was and what it is, each in the words of its screen. */
function settingText(t: Words, name: Setting, value: string): string {
  const sides = value.split(' → ').map(side => {
    const word = SETTING_VALUES[name]?.[side];
    if (word) return t(word);
    if (name === 'autoLockMinutes') return t('settings.minutes', { count: Number(side) });
    const known = VALUES.find(one => one === side);
    return known && name !== 'shopName' ? t(`value.${known}`) : side;
  });
  return sides.join(' → ');
}

function valueText(t: Words, { name, value }: AuditDetail): string {
  if (isSetting(name)) return settingText(t, name, value);
  const state = ORDER_STATES.find(one => one === value);
  if (state && (name === 'from' || name === 'here')) return t(`common:state.${state}`);
  const reason = ORDER_REASONS.find(one => one === value);
  if (reason && name === 'reason') return t(`orders:reason.${reason}.what`);
  const why = WHY.find(one => one === value);
  if (why && name === 'why') return t(`value.${why}`);
  const failure = PLAIN_FAILURES.find(one => one === value);
  if (failure && name === 'failure') return t(`value.${failure}`);
  const cause = CAUSES.find(one => one === value);
  if (cause && name === 'failure') return t(`printFailures:${cause}.why`);
  const known = VALUES.find(one => one === value);
  return known ? t(`value.${known}`) : value;
}
