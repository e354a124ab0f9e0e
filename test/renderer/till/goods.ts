import type { Delivery, Offer, Product } from '../../../shared/contract/catalogue.ts';
import type { OfferId } from '../../../shared/offer-id.ts';

export function anOffer(offerId: OfferId, change: Partial<Offer> = {}): Offer {
  return {
    offerId,
    productName: 'Steam',
    offerName: `Offer ${offerId}`,
    delivery: 'key',
    needsServer: false,
    cost: '10',
    costCurrency: 'USD',
    price: '5180',
    hidden: false,
    updatedAt: '2026-03-29T08:00:00.000Z',
    ...change,
  };
}

export const steamKey = anOffer(1001, {
  productName: 'Steam',
  offerName: 'Steam US 10 USD',
  region: 'United States',
  platform: 'PC',
});
export const pubgTopUp = anOffer(2001, {
  productName: 'PUBG Mobile',
  offerName: '325 UC',
  delivery: 'topup',
  region: 'Global',
  platform: 'Mobile',
  price: '2400',
});
export const legendsTopUp = anOffer(2002, {
  productName: 'Mobile Legends',
  offerName: '257 Diamonds',
  delivery: 'topup',
  needsServer: true,
  price: '1985',
});
export const stars = anOffer('telegram_stars_500', {
  productName: 'Telegram Stars',
  offerName: '500 Stars',
  delivery: 'stars',
  price: '4850',
});

const KEYS =
  'PlayStation Store, Xbox, Nintendo eShop, Apple Gift Card, Google Play, Roblox, Razer Gold, Battle.net, EA Play, Riot Points, Minecraft, Spotify, Netflix, Twitch, Discord Nitro, Amazon, iTunes, Uber, Airbnb, Bolt, Starbucks, Zalando, IKEA, Nike, Adidas, H&M, Steam Wallet Turkey, Steam Wallet Argentina, Paysafecard, Neosurf, Flexepin, Jawaker, Karma Koin, NCSoft, Final Fantasy XIV, World of Warcraft, Elder Scrolls Online, Guild Wars 2, Cyberpunk 2077, Elden Ring, Baldur’s Gate 3, Red Dead Redemption 2, Grand Theft Auto V, Hogwarts Legacy, EA Sports FC 26, Call of Duty, Microsoft 365, Windows 11, Kaspersky, NordVPN, Adobe, Canva, Crunchyroll, Deezer, Tidal, YouTube Premium, Tinder, OZON, Wildberries, Yandex Plus';
const TOP_UPS =
  'Free Fire, Genshin Impact, Honkai: Star Rail, Zenless Zone Zero, Brawl Stars, Clash Royale, Clash of Clans, Standoff 2, Valorant, League of Legends, Call of Duty Mobile, Arena Breakout, Identity V, Ragnarok M, Lords Mobile, Rise of Kingdoms, Whiteout Survival, Delta Force, Wuthering Waves, Honor of Kings, Blood Strike, Sausage Man, Super Sus, Marvel Snap, Eggy Party, LifeAfter, State of Survival, Age of Empires Mobile, Tower of Fantasy, Black Clover M, Likee, Bigo Live, IMO, Poppo Live, Azal Live, World of Tanks, World of Warships, Warface, Lineage 2M, Perfect World';
const REGIONS = ['United States', 'Turkey', 'Kazakhstan', 'Global', 'Europe'];
const AMOUNTS = [5, 10, 20, 25, 50, 60, 100];

/** Some two hundred products, as a real shop has them, with everything that can be wrong with an offer. */
export function aCatalogue(): Offer[] {
  const named = (names: string, delivery: Delivery) =>
    names.split(', ').map(name => [name, delivery] as const);
  const more = Array.from({ length: 96 }, (_, at) => [`Indie Game ${at + 1}`, 'key'] as const);
  const products = [...named(KEYS, 'key'), ...named(TOP_UPS, 'topup'), ...more];
  const offers = products.flatMap(([productName, delivery], at) =>
    AMOUNTS.map((amount, place) =>
      anOffer(10_000 + at * 10 + place, {
        productName,
        offerName: delivery === 'topup' ? `${amount * 12} gems` : `${productName} ${amount} USD`,
        delivery,
        region: REGIONS[(at + place) % REGIONS.length] ?? 'Global',
        platform: delivery === 'topup' ? 'Mobile' : 'PC',
        needsServer: delivery === 'topup' && at % 3 === 0,
        price: String(amount * 515),
      }),
    ),
  );
  const steam = AMOUNTS.map((amount, place) =>
    anOffer(1002 + place, {
      offerName: `Steam Turkey ${amount} USD`,
      region: 'Turkey',
      platform: 'PC',
      price: `${amount * 531}`,
    }),
  );
  return [
    steamKey,
    ...steam,
    anOffer(1020, { offerName: 'Steam Argentina 5 USD', unsellable: 'out_of_stock' }),
    anOffer(1021, {
      offerName: 'Steam India 500 INR',
      unsellable: 'no_rate',
      price: null,
      costCurrency: 'INR',
    }),
    anOffer(1022, { offerName: 'Steam Brazil 20 BRL', unsellable: 'offer_gone' }),
    pubgTopUp,
    anOffer(2010, { ...pubgTopUp, offerId: 2010, offerName: '60 UC', price: '485' }),
    legendsTopUp,
    stars,
    anOffer('telegram_stars_50', {
      ...stars,
      offerId: 'telegram_stars_50',
      offerName: '50 Stars',
      price: '495',
    }),
    ...offers,
  ];
}

export function productsOf(offers: readonly Offer[]): Product[] {
  const groups = Map.groupBy(offers, offer => offer.productName);
  return [...groups]
    .map(([name, mine]) => ({
      name,
      offers: mine.length,
      deliveries: [...new Set(mine.map(offer => offer.delivery))],
    }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
