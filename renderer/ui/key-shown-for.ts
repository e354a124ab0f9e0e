/** A key that was asked for is in sight for a minute. */
export const KEY_SHOWN_FOR_MS = 60_000;
