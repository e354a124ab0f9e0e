import type { manager as english } from '../en/manager.ts';
import type { Russian } from '../russian.ts';

export const manager: Russian<typeof english> = {};
