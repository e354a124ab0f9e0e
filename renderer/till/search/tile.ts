/** How everything that is chosen by a press looks: products, offers, quick amounts. */
export const TILE =
  'flex w-full cursor-pointer overflow-hidden rounded-card border border-line bg-raised text-left shadow-card select-none hover:border-edge hover:bg-hover active:border-accent active:bg-accent-soft motion-safe:transition-colors';
