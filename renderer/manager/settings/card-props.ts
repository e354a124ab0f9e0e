import type { SettingsProblems } from './settings-problems.ts';
import type { SettingsDraft } from './settings-store.ts';

/** What a card of the settings is given: the form, and the way to change it. */
export interface CardProps {
  draft: SettingsDraft;
  onChange: (part: Partial<SettingsDraft>) => void;
}

export interface CheckedCardProps extends CardProps {
  problems: SettingsProblems;
}
