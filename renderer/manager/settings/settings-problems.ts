import { PRINTER_TARGET } from '../../../shared/printer-target.ts';
import { printerAddress } from './printer-address.ts';
import type { SettingsDraft } from './settings-store.ts';

export interface SettingsProblems {
  name: boolean;
  printer: boolean;
  lowBalance: boolean;
}

/** What has to be put right before these settings can be saved. */
export function settingsProblems({ shop, printer, lowBalance }: SettingsDraft): SettingsProblems {
  return {
    name: shop.name.trim() === '',
    printer: !PRINTER_TARGET.test(printerAddress(printer)),
    lowBalance: lowBalance === '',
  };
}
