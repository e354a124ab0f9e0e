/** A list that opens under a field, as wide as the field. */
export const POPOVER =
  'w-(--trigger-width) overflow-auto rounded-control border border-line bg-raised shadow-raised motion-safe:data-entering:animate-settle';

export const OPTION =
  'flex min-h-12 cursor-pointer items-center gap-2 rounded-control px-3 text-lg data-focused:bg-hover data-selected:font-semibold data-selected:text-accent-text';
