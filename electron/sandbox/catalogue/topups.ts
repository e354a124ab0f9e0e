import type { Currency } from '../exchange.ts';
import type { Servers } from './product.ts';
import type { RegionCode } from './regions.ts';

/** A game whose currency is credited to a player. `amounts`: how many units, and their worth in US cents. */
export interface TopupGame {
  name: string;
  unit: string;
  currency: Currency;
  servers?: Servers;
  regions?: readonly RegionCode[];
  amounts: readonly (readonly [units: number, usdCents: number])[];
}

const HOYOVERSE: Servers = { os_usa: 'America', os_euro: 'Europe', os_asia: 'Asia', os_cht: 'TW, HK, MO' };
const KURO: Servers = { america: 'America', europe: 'Europe', asia: 'Asia', sea: 'SEA', hmt: 'HMT' };
const RAGNAROK: Servers = { '1001': 'Prontera', '1002': 'Geffen', '1003': 'Payon', '1004': 'Морок' };

const CRYSTALS = [
  [60, 99],
  [330, 499],
  [1090, 1499],
  [2240, 2999],
  [3880, 4999],
  [8080, 9999],
] as const;

// Most asked for first: a small catalogue holds the games a shop could not be without.
export const TOPUP_GAMES: readonly TopupGame[] = [
  {
    name: 'Mobile Legends: Bang Bang',
    unit: 'Diamonds',
    currency: 'RUB',
    servers: 'typed',
    regions: ['GLOBAL', 'RU', 'BR', 'IN'],
    amounts: [
      [35, 65],
      [55, 99],
      [86, 150],
      [172, 299],
      [257, 445],
      [344, 590],
      [429, 735],
      [514, 880],
      [706, 1180],
      [1050, 1760],
      [2195, 3590],
      [5532, 8990],
    ],
  },
  {
    name: 'PUBG MOBILE',
    unit: 'UC',
    currency: 'KZT',
    regions: ['GLOBAL', 'TR', 'KZ'],
    amounts: [
      [60, 99],
      [325, 499],
      [660, 999],
      [1800, 2499],
      [3850, 4999],
      [8100, 9999],
    ],
  },
  {
    name: 'Free Fire',
    unit: 'Diamonds',
    currency: 'USD',
    regions: ['GLOBAL', 'BR', 'IN', 'RU'],
    amounts: [
      [100, 99],
      [210, 199],
      [530, 499],
      [1080, 999],
      [2200, 1999],
      [5600, 4999],
    ],
  },
  {
    name: 'Genshin Impact',
    unit: 'Genesis Crystals',
    currency: 'RUB',
    servers: HOYOVERSE,
    amounts: CRYSTALS,
  },
  {
    name: 'Call of Duty: Mobile',
    unit: 'CP',
    currency: 'USD',
    regions: ['GLOBAL', 'TR'],
    amounts: [
      [80, 99],
      [420, 499],
      [880, 999],
      [2400, 2499],
      [5000, 4999],
      [10800, 9999],
    ],
  },
  {
    name: 'Honkai: Star Rail',
    unit: 'Oneiric Shards',
    currency: 'EUR',
    servers: HOYOVERSE,
    amounts: CRYSTALS,
  },
  {
    name: 'Brawl Stars',
    unit: 'Gems',
    currency: 'KZT',
    amounts: [
      [30, 199],
      [80, 499],
      [170, 999],
      [360, 1999],
      [950, 4999],
      [2000, 9999],
    ],
  },
  {
    name: 'Standoff 2',
    unit: 'Gold',
    currency: 'RUB',
    amounts: [
      [100, 99],
      [500, 449],
      [1000, 849],
      [3000, 2399],
      [5000, 3799],
    ],
  },
  { name: 'Zenless Zone Zero', unit: 'Monochrome', currency: 'USD', servers: HOYOVERSE, amounts: CRYSTALS },
  {
    name: 'Clash of Clans',
    unit: 'Gems',
    currency: 'TRY',
    amounts: [
      [80, 99],
      [500, 499],
      [1200, 999],
      [2500, 1999],
      [6500, 4999],
      [14000, 9999],
    ],
  },
  {
    name: 'Honor of Kings',
    unit: 'Tokens',
    currency: 'USD',
    regions: ['GLOBAL', 'BR'],
    amounts: [
      [16, 20],
      [80, 99],
      [240, 299],
      [400, 499],
      [800, 999],
      [2400, 2899],
      [4000, 4799],
    ],
  },
  { name: 'Wuthering Waves', unit: 'Lunites', currency: 'EUR', servers: KURO, amounts: CRYSTALS },
  {
    name: 'Clash Royale',
    unit: 'Gems',
    currency: 'RUB',
    amounts: [
      [80, 99],
      [500, 499],
      [1200, 999],
      [2500, 1999],
      [6500, 4999],
      [14000, 9999],
    ],
  },
  {
    name: 'Arena Breakout',
    unit: 'Bonds',
    currency: 'KZT',
    amounts: [
      [66, 99],
      [335, 499],
      [675, 999],
      [1690, 2499],
      [3400, 4999],
      [6820, 9999],
    ],
  },
  {
    name: 'EA SPORTS FC Mobile',
    unit: 'FC Points',
    currency: 'USD',
    regions: ['GLOBAL', 'IN'],
    amounts: [
      [40, 49],
      [100, 99],
      [520, 499],
      [1070, 999],
      [2200, 1999],
      [5750, 4999],
      [12000, 9999],
    ],
  },
  {
    name: 'Delta Force',
    unit: 'Delta Coins',
    currency: 'USD',
    amounts: [
      [60, 99],
      [320, 499],
      [680, 999],
      [1480, 1999],
      [3950, 4999],
      [8100, 9999],
    ],
  },
  {
    name: 'Wild Rift',
    unit: 'Wild Cores',
    currency: 'TRY',
    regions: ['TR', 'EU', 'BR'],
    amounts: [
      [425, 499],
      [1000, 999],
      [1850, 1999],
      [3275, 3499],
      [4800, 4999],
      [10000, 9999],
    ],
  },
  {
    name: 'Identity V',
    unit: 'Echoes',
    currency: 'USD',
    servers: { asia: 'Asia', na_eu: 'NA & EU' },
    amounts: [
      [60, 99],
      [185, 299],
      [305, 499],
      [690, 999],
      [2025, 2999],
      [3330, 4999],
      [6590, 9999],
    ],
  },
  {
    name: 'Ragnarok Origin',
    unit: 'Nyan Berries',
    currency: 'USD',
    servers: RAGNAROK,
    amounts: [
      [60, 99],
      [316, 499],
      [660, 999],
      [1345, 1999],
      [3435, 4999],
      [7000, 9999],
    ],
  },
  {
    name: 'Lords Mobile',
    unit: 'Diamonds',
    currency: 'EUR',
    amounts: [
      [67, 99],
      [134, 199],
      [335, 499],
      [670, 999],
      [1340, 1999],
      [3350, 4999],
      [6700, 9999],
    ],
  },
  {
    name: 'State of Survival',
    unit: 'Biocaps',
    currency: 'USD',
    servers: 'typed',
    amounts: [
      [100, 99],
      [500, 499],
      [1000, 999],
      [2000, 1999],
      [5000, 4999],
      [10000, 9999],
    ],
  },
];
