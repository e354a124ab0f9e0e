import type { CatalogueRow } from '../../electron/partner/partner.ts';

const GAMES = [
  'Steam',
  'PUBG Mobile',
  'Mobile Legends',
  'Free Fire',
  'Genshin Impact',
  'Roblox',
  'Xbox',
  'PlayStation',
  'Nintendo eShop',
  'Pokémon GO',
  'Google Play',
  'Netflix',
  'Spotify',
  'Valorant',
  'League of Legends',
  'Стандофф 2',
  'Билайн',
  'МТС',
  'Razer Gold',
  'Amazon',
];
const REGIONS = ['US', 'EU', 'KZ', 'RU', 'TR', 'AR', 'BR', 'IN', 'UA', 'GB', 'DE', 'FR', 'PL', 'JP', 'KR'];
const UNITS = [
  'Diamonds',
  'UC',
  'USD Gift Card',
  'Wallet Code',
  'Gems',
  'Coins',
  'Credits',
  'рублей',
  'Crystals',
];
const CURRENCIES = ['USD', 'RUB', 'KZT', 'EUR'];

/** A catalogue of the reported size and shape: few brands, many regions and editions, dozens of offers in each. */
export function manyOffers(count: number): CatalogueRow[] {
  return Array.from({ length: count }, (_, i) => {
    const region = pick(REGIONS, i * 7);
    const edition = i % 3 === 0 ? ` Edition ${i % 97}` : '';
    const isTopUp = i % 4 === 0;
    return {
      offerId: 1000 + i,
      productName: `${pick(GAMES, i)} ${region}${edition}`,
      offerName: `${(i * 13) % 5000} ${pick(UNITS, i * 11)}`,
      price: `${1 + (i % 900)}.${10 + (i % 90)}`,
      currency: pick(CURRENCIES, i),
      returnsKey: !isTopUp,
      inStock: i % 40 !== 39,
      needsServer: isTopUp && i % 8 === 0,
      platform: 'PC',
      region,
    };
  });
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? '';
}
