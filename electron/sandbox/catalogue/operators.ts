import type { RegionCode } from './regions.ts';

/** Credit for a telephone; the number is the player. The partner cannot check any of them. */
export const OPERATORS: readonly (readonly [name: string, region: RegionCode])[] = [
  ['Beeline', 'KZ'],
  ['Kcell', 'KZ'],
  ['Tele2', 'KZ'],
  ['Activ', 'KZ'],
  ['МТС', 'RU'],
  ['МегаФон', 'RU'],
  ['Turkcell', 'TR'],
  ['Vodafone', 'TR'],
  ['Kyivstar', 'UA'],
  ['Claro', 'BR'],
  ['Airtel', 'IN'],
  ['Etisalat', 'AE'],
];
