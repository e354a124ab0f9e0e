import type { Currency } from '../exchange.ts';

export const REGIONS = {
  GLOBAL: { name: 'Global', currency: 'USD' },
  US: { name: 'United States', currency: 'USD' },
  EU: { name: 'Europe', currency: 'EUR' },
  TR: { name: 'Turkey', currency: 'TRY' },
  KZ: { name: 'Kazakhstan', currency: 'KZT' },
  RU: { name: 'Russia', currency: 'RUB' },
  UA: { name: 'Ukraine', currency: 'UAH' },
  GB: { name: 'United Kingdom', currency: 'GBP' },
  PL: { name: 'Poland', currency: 'PLN' },
  BR: { name: 'Brazil', currency: 'BRL' },
  IN: { name: 'India', currency: 'INR' },
  AE: { name: 'United Arab Emirates', currency: 'AED' },
} as const satisfies Record<string, { name: string; currency: Currency }>;

export type RegionCode = keyof typeof REGIONS;
