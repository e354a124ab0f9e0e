import { z } from 'zod';
import type { Db } from '../store/open.ts';
import { readSetting, writeSetting } from './settings-store.ts';

const agreement = z.object({
  version: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  at: z.number(),
  triedAt: z.number().optional(),
});

const NAME = 'update-agreement';

/** Which release a manager wants installed; undefined where none, or where a newer till has written what this one cannot read. */
export const readAgreement = (db: Db): z.output<typeof agreement> | undefined =>
  agreement.safeParse(readSetting(db, NAME)).data;

export const writeAgreement = (db: Db, given: z.output<typeof agreement> | null): void =>
  writeSetting(db, NAME, given);
