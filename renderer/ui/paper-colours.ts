/** Paper stays white at night: these colours are the same in either theme. */
export const PAPER = { background: '#ffffff', color: '#16171a' } as const;
/** White on black, as the printer prints what must be seen first. */
export const INVERTED = { background: PAPER.color, color: PAPER.background } as const;
