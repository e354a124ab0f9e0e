import type { CallError } from '../bridge.ts';

/** A list that is fetched page by page as far as someone looks. */
export interface Paged<T> {
  items: readonly T[];
  /** How many there are; null until the first answer. */
  total: number | null;
  isLoading: boolean;
  error: CallError | null;
}

export type Page<T> =
  | { ok: true; value: { items: readonly T[]; total: number } }
  | { ok: false; error: CallError };

export const NO_PAGES: Paged<never> = { items: [], total: null, isLoading: false, error: null };

export const hasMore = (list: Paged<unknown>): boolean =>
  !list.isLoading && list.total !== null && list.items.length < list.total;

/** The first page; what was there stays in sight until it has come, and when it does not. */
export function firstPage<T>(before: Paged<T>, page: Page<T>): Paged<T> {
  if (!page.ok) return { ...before, isLoading: false, error: page.error };
  const { items, total } = page.value;
  return { items, total, isLoading: false, error: null };
}

export function nextPage<T>(before: Paged<T>, page: Page<T>): Paged<T> {
  if (!page.ok) return { ...before, isLoading: false, error: page.error };
  const { items, total } = page.value;
  return { items: [...before.items, ...items], total, isLoading: false, error: null };
}
