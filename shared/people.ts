/** What a person at the till may do: a manager may do everything a cashier may. */
export const ROLES = ['cashier', 'manager'] as const;
export type Role = (typeof ROLES)[number];

/** The languages the till speaks, on its screens and on paper. */
export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];
