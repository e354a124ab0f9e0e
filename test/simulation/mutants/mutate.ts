/** A mistake that somebody could make: each `[before, after]` is replaced once in the file. */
export interface Mistake {
  name: string;
  /** From the project's root. */
  file: string;
  changes: [before: string, after: string][];
}

/** Throws where the code has moved on: a mutant that changes nothing proves nothing. */
export function mutate(source: string, { name, changes }: Mistake): string {
  return changes.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new Error(`"${name}" does not find its place: ${before}`);
    return text.replace(before, () => after);
  }, source);
}
