import type { Choice } from '../../ui/choice.ts';

/** The list with what is set now in it, even where the list would not offer it ("04:30", an older zone's name). */
export function withChosen(choices: readonly Choice<string>[], chosen: string): readonly Choice<string>[] {
  return choices.some(({ value }) => value === chosen)
    ? choices
    : [{ value: chosen, label: chosen }, ...choices];
}
