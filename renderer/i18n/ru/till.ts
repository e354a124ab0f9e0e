import type { till as english } from '../en/till.ts';
import type { Russian } from '../russian.ts';

export const till: Russian<typeof english> = {};
