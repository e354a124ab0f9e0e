/** How much of a list is fetched at a time. */
export const PAGE = 200;

/** What the till asks for first: the beginning of its shelf. */
export const FIRST_SHELF = { query: '', offset: 0, limit: PAGE } as const;
