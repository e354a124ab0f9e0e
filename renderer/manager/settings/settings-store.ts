import { settingsDraft } from '../settings-draft.ts';
import { printerAddress } from './printer-address.ts';

/** Everything about the till but its prices, as a form. */
export const createSettingsStore = settingsDraft(
  ({ language, theme, shop, autoLockMinutes, lowBalance, printer, receipt, autoPrint }) => ({
    language,
    theme,
    shop: { name: shop.name, timeZone: shop.timeZone, dayStartsAt: shop.dayStartsAt },
    autoLockMinutes,
    lowBalance,
    printer,
    receipt,
    autoPrint,
  }),
  draft => ({ ...draft, printer: printerAddress(draft.printer) }),
);

export type SettingsDraft = NonNullable<
  ReturnType<ReturnType<typeof createSettingsStore>['getState']>['draft']
>;
