import { z } from 'zod';
import type { Db } from '../store/open.ts';
import { readSetting, writeSetting } from './settings-store.ts';

const NAME = 'newest-release';

/** The highest version that was ever found under the right signature; undefined before there was one. */
export const readNewestRelease = (db: Db): string | undefined =>
  z.string().safeParse(readSetting(db, NAME)).data;

export const writeNewestRelease = (db: Db, version: string): void => writeSetting(db, NAME, version);
