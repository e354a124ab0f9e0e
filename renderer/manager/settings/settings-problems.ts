import { printerAddress } from './printer-address.ts';
import type { SettingsDraft } from './settings-store.ts';

export interface SettingsProblems {
  name: boolean;
  printer: boolean;
  lowBalance: boolean;
}

const PRINTER = /^(none|tcp:\/\/[^/\s]+:\d{1,5}|file:.{1,300}|cups:[\w.@-]{1,120})$/;

/** What has to be put right before these settings can be saved. */
export function settingsProblems({ shop, printer, lowBalance }: SettingsDraft): SettingsProblems {
  return {
    name: shop.name.trim() === '',
    printer: !PRINTER.test(printerAddress(printer)),
    lowBalance: lowBalance === '',
  };
}
