import { describe, expect, test } from 'vitest';
import { comparable, NEARNESS, nearnessOf } from '../../shared/product-match.ts';
import { wordsOf } from '../../shared/words.ts';

const near = (name: string, typed: string, deliveries: ('key' | 'topup' | 'stars')[] = ['topup']) =>
  nearnessOf(comparable({ name, deliveries }), wordsOf(typed));

describe('how near a product is to what was typed', () => {
  test.each([
    ['Brawl Stars', 'brawl stars', 'named'],
    ['Pokémon GO', 'pokemon go', 'named'],
    ['Brawl Stars', 'brawl', 'wholeWords'],
    ['Brawl Stars', 'bra', 'begins'],
    ['Brawl Stars', 'stars', 'has'],
    ['Brawl Stars', 'sta bra', 'has'],
    ['Brawl Stars', 'star wars', 'not'],
    ['Brawl Stars', '', 'not'],
  ] as const)('%s is, for “%s”, %s', (name, typed, nearness) => {
    expect(near(name, typed)).toBe(NEARNESS[nearness]);
  });

  test('Telegram Stars answer to what people call them, whatever the partner does', () => {
    for (const typed of ['stars', 'STAR', 'Звёзды', 'звезды', 'tg stars']) {
      expect(near('Telegram Stars', typed, ['stars'])).toBe(NEARNESS.named);
      expect(near('TG packs', typed, ['stars'])).toBe(NEARNESS.named);
    }
    expect(near('Brawl Stars', 'звёзды')).toBe(NEARNESS.not);
  });
});
