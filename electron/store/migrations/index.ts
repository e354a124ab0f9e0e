import { theTill } from './0001-the-till.ts';

/** In order; a migration that has been released is never edited. `user_version` counts how many have run. */
export const MIGRATIONS: readonly string[] = [theTill];
