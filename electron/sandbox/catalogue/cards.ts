import type { Currency } from '../exchange.ts';
import type { KeyForm } from '../keys.ts';
import type { RegionCode } from './regions.ts';

/** A brand sold as keys. Without `terms` it is sold at the face values of the region's currency. */
export interface CardBrand {
  name: string;
  category: string;
  platform: string;
  keyForm: KeyForm;
  /** What the partner prices it in; without it, the region's own currency. */
  currency?: Currency;
  regions: readonly RegionCode[];
  terms?: readonly (readonly [name: string, usdCents: number])[];
}

export const FACE_VALUES: Readonly<Record<Currency, readonly number[]>> = {
  USD: [5, 10, 15, 20, 25, 50, 100],
  EUR: [5, 10, 15, 20, 25, 50, 100],
  GBP: [5, 10, 15, 20, 25, 50],
  PLN: [20, 50, 70, 100, 200],
  TRY: [50, 100, 200, 250, 500, 1000],
  KZT: [1000, 2500, 5000, 10_000, 20_000],
  RUB: [150, 300, 500, 1000, 2000, 3000],
  UAH: [100, 250, 500, 1000],
  BRL: [25, 50, 100, 250],
  INR: [100, 500, 1000, 2000],
  AED: [50, 100, 200, 500],
};

const EVERYWHERE: readonly RegionCode[] = ['US', 'EU', 'TR', 'KZ', 'RU', 'UA', 'GB', 'PL', 'BR', 'IN', 'AE'];
const STORES: readonly RegionCode[] = ['US', 'EU', 'TR', 'GB', 'PL', 'BR', 'IN', 'AE'];
const MONTHS = (monthly: number) =>
  [
    ['1 month', monthly],
    ['3 months', monthly * 3 - 100],
    ['12 months', monthly * 11],
  ] as const;

export const CARD_BRANDS: readonly CardBrand[] = [
  { name: 'Steam', category: 'Gift cards', platform: 'Steam', keyForm: 'fives', regions: EVERYWHERE },
  {
    name: 'PlayStation Store',
    category: 'Gift cards',
    platform: 'PlayStation',
    keyForm: 'fours',
    currency: 'RUB',
    regions: STORES,
  },
  { name: 'Xbox', category: 'Gift cards', platform: 'Xbox', keyForm: 'fives', regions: STORES },
  {
    name: 'Roblox',
    category: 'Gift cards',
    platform: 'Roblox',
    keyForm: 'digits',
    currency: 'KZT',
    regions: ['GLOBAL', 'US', 'EU', 'TR', 'BR'],
  },
  {
    name: 'iTunes & App Store',
    category: 'Gift cards',
    platform: 'Apple',
    keyForm: 'letters',
    regions: STORES,
  },
  { name: 'Google Play', category: 'Gift cards', platform: 'Android', keyForm: 'letters', regions: STORES },
  {
    name: 'Nintendo eShop',
    category: 'Gift cards',
    platform: 'Nintendo',
    keyForm: 'letters',
    regions: ['US', 'EU', 'GB', 'PL', 'BR'],
  },
  {
    name: 'Valorant',
    category: 'Gift cards',
    platform: 'Riot Games',
    keyForm: 'letters',
    regions: ['TR', 'EU', 'US', 'RU', 'BR', 'IN'],
  },
  {
    name: 'Razer Gold',
    category: 'Gift cards',
    platform: 'Razer',
    keyForm: 'digits',
    regions: ['GLOBAL', 'US', 'TR', 'BR'],
  },
  {
    name: 'Netflix',
    category: 'Subscriptions',
    platform: 'Netflix',
    keyForm: 'link',
    regions: ['TR', 'US', 'EU', 'PL', 'BR', 'GB'],
  },
  {
    name: 'Spotify Premium',
    category: 'Subscriptions',
    platform: 'Spotify',
    keyForm: 'letters',
    currency: 'USD',
    regions: ['US', 'EU', 'TR', 'PL', 'IN'],
    terms: MONTHS(1099),
  },
  {
    name: 'Xbox Game Pass Ultimate',
    category: 'Subscriptions',
    platform: 'Xbox',
    keyForm: 'fives',
    currency: 'EUR',
    regions: ['GLOBAL', 'US', 'EU', 'TR'],
    terms: MONTHS(1699),
  },
  {
    name: 'PlayStation Plus Essential',
    category: 'Subscriptions',
    platform: 'PlayStation',
    keyForm: 'fours',
    currency: 'USD',
    regions: ['US', 'EU', 'TR', 'PL', 'GB'],
    terms: MONTHS(999),
  },
  {
    name: 'Nintendo Switch Online',
    category: 'Subscriptions',
    platform: 'Nintendo',
    keyForm: 'letters',
    currency: 'EUR',
    regions: ['EU', 'US', 'GB'],
    terms: MONTHS(399),
  },
  {
    name: 'Discord Nitro',
    category: 'Subscriptions',
    platform: 'Discord',
    keyForm: 'link',
    currency: 'USD',
    regions: ['GLOBAL', 'TR'],
    terms: MONTHS(999),
  },
  {
    name: 'Battle.net',
    category: 'Gift cards',
    platform: 'Battle.net',
    keyForm: 'letters',
    regions: ['EU', 'US', 'RU', 'GB', 'BR'],
  },
  {
    name: 'League of Legends',
    category: 'Gift cards',
    platform: 'Riot Games',
    keyForm: 'letters',
    regions: ['TR', 'EU', 'RU', 'BR', 'US'],
  },
  {
    name: 'EA Play',
    category: 'Subscriptions',
    platform: 'EA',
    keyForm: 'fours',
    currency: 'USD',
    regions: ['GLOBAL', 'EU'],
    terms: MONTHS(599),
  },
  {
    name: 'Twitch',
    category: 'Gift cards',
    platform: 'Twitch',
    keyForm: 'letters',
    regions: ['US', 'EU', 'TR', 'GB'],
  },
  {
    name: 'Fortnite V-Bucks',
    category: 'Gift cards',
    platform: 'Epic Games',
    keyForm: 'fives',
    currency: 'TRY',
    regions: ['GLOBAL', 'EU', 'TR'],
    terms: [
      ['1000 V-Bucks', 899],
      ['2800 V-Bucks', 2299],
      ['5000 V-Bucks', 3699],
      ['13500 V-Bucks', 8999],
    ],
  },
  {
    name: 'Minecraft: Minecoins',
    category: 'Gift cards',
    platform: 'Minecraft',
    keyForm: 'fives',
    currency: 'USD',
    regions: ['GLOBAL'],
    terms: [
      ['330 Minecoins', 199],
      ['1720 Minecoins', 999],
      ['3500 Minecoins', 1999],
    ],
  },
  {
    name: 'Amazon',
    category: 'Gift cards',
    platform: 'Amazon',
    keyForm: 'fours',
    regions: ['US', 'EU', 'TR', 'GB', 'PL', 'BR', 'IN', 'AE'],
  },
  {
    name: 'YouTube Premium',
    category: 'Subscriptions',
    platform: 'YouTube',
    keyForm: 'link',
    currency: 'USD',
    regions: ['US', 'TR', 'IN'],
    terms: MONTHS(1199),
  },
  {
    name: 'Blizzard World of Warcraft',
    category: 'Subscriptions',
    platform: 'Battle.net',
    keyForm: 'letters',
    currency: 'EUR',
    regions: ['EU', 'US'],
    terms: [
      ['30 days', 1499],
      ['60 days', 2899],
      ['180 days', 7799],
    ],
  },
];
