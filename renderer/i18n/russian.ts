/**
 * The shape a Russian area must have: every English key, and four plural forms wherever English has two.
 * A text that is missing, or a plural form that is, does not compile.
 */
export type Russian<English> = {
  readonly [K in keyof English as K extends `${infer Stem}_one`
    ? `${Stem}_${'one' | 'few' | 'many' | 'other'}`
    : K]: English[K] extends string ? string : Russian<English[K]>;
};
