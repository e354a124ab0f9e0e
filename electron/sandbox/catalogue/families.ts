import { USD_PER_UNIT } from '../exchange.ts';
import { textNumber } from '../seeded.ts';
import { CARD_BRANDS, type CardBrand, FACE_VALUES } from './cards.ts';
import { OPERATORS } from './operators.ts';
import type { Family, Product } from './product.ts';
import { REGIONS, type RegionCode } from './regions.ts';
import { EDITIONS, gameTitles, SHELVES } from './titles.ts';
import { TOPUP_GAMES, type TopupGame } from './topups.ts';

/** What a shop sells most comes first, top-ups and keys in turn; then the long tail, for as long as anyone asks. */
export function* families(): Generator<Family> {
  for (let round = 0; round < Object.keys(REGIONS).length; round++) {
    for (let index = 0; index < Math.max(TOPUP_GAMES.length, CARD_BRANDS.length); index++) {
      const game = TOPUP_GAMES[index];
      const gameRegion = (game?.regions ?? ['GLOBAL'])[round];
      if (game && gameRegion) yield topupFamily(game, gameRegion);
      const brand = CARD_BRANDS[index];
      const cardRegion = brand?.regions[round];
      if (brand && cardRegion) yield cardFamily(brand, cardRegion);
    }
    if (round === 0) yield* operatorFamilies();
  }
  yield* titleFamilies();
}

function topupFamily(game: TopupGame, region: RegionCode): Family {
  const everywhere = region === 'GLOBAL';
  return {
    product: {
      ...TOPUP,
      name: everywhere ? game.name : `${game.name} ${REGIONS[region].name}`,
      servers: game.servers ?? 'none',
    },
    region,
    currency: everywhere ? game.currency : REGIONS[region].currency,
    items: game.amounts.map(([units, usdCents]) => [`${units} ${game.unit}`, usdCents] as const),
  };
}

function cardFamily(brand: CardBrand, region: RegionCode): Family {
  const face = REGIONS[region].currency;
  const usdCentsPerUnit = Number(USD_PER_UNIT[face]) * 100;
  return {
    product: {
      ...KEY,
      name: region === 'GLOBAL' ? brand.name : `${brand.name} ${region}`,
      category: brand.category,
      platform: brand.platform,
      keyForm: brand.keyForm,
    },
    region,
    currency: brand.currency ?? face,
    items:
      brand.terms ??
      FACE_VALUES[face].map(value => [`${value} ${face}`, Math.round(value * usdCentsPerUnit)] as const),
  };
}

function* operatorFamilies(): Generator<Family> {
  for (const [name, region] of OPERATORS) {
    const { currency } = REGIONS[region];
    const usdCentsPerUnit = Number(USD_PER_UNIT[currency]) * 100;
    yield {
      product: {
        ...TOPUP,
        name: `${name} ${region}`,
        category: 'Mobile operators',
        platform: 'Phone',
        checkable: false,
      },
      region,
      currency,
      items: FACE_VALUES[currency].map(
        value => [`${value} ${currency}`, Math.round(value * usdCentsPerUnit)] as const,
      ),
    };
  }
}

function* titleFamilies(): Generator<Family> {
  for (const title of gameTitles()) {
    const usdCents = 499 + (textNumber(title) % 12) * 500;
    for (const [platform, region] of SHELVES) {
      yield {
        product: { ...KEY, name: title, category: 'Games', platform },
        region,
        currency: REGIONS[region].currency,
        items: EDITIONS.map(
          ([edition, share]) =>
            [`${edition}, ${platform} ${region}`, Math.round((usdCents * share) / 100)] as const,
        ),
      };
    }
  }
}

const TOPUP: Omit<Product, 'name'> = {
  category: 'Game top-ups',
  platform: 'Mobile',
  delivery: 'topup',
  keyForm: 'letters',
  servers: 'none',
  checkable: true,
};

const KEY: Omit<Product, 'name'> = {
  category: 'Gift cards',
  platform: 'PC',
  delivery: 'key',
  keyForm: 'fives',
  servers: 'none',
  checkable: false,
};
