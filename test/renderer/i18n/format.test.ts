import { describe, expect, test } from 'vitest';
import { createFormat } from '../../../renderer/i18n/format.ts';

const almaty = { timeZone: 'Asia/Almaty', currency: 'KZT' };
const english = createFormat('en', almaty);
const russian = createFormat('ru', almaty);
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  test('keeps digits that a float would lose', () => {
    expect(english.money('9007199254740993.07', 'USD')).toBe('$9,007,199,254,740,993.07');
  });

  test('shows as many digits as the currency has, and every one the amount has', () => {
    expect(english.money('5', 'USD')).toBe('$5.00');
    expect(english.money('0.7781', 'USD')).toBe('$0.7781');
    expect(english.money('500', 'JPY')).toBe('¥500');
  });

  test('is written as the language writes it', () => {
    expect(spaced(russian.price('12500.5'))).toBe('12 500,50 ₸');
  });
});

describe('times', () => {
  test('are the shop’s, whatever the computer’s', () => {
    expect(english.dateTime('2026-03-28T20:30:00.000Z')).toBe('29 Mar 2026, 01:30');
    expect(english.time('2026-03-28T20:30:00.000Z')).toBe('01:30');
  });

  test('a business day is that day in every time zone', () => {
    const honolulu = createFormat('en', { timeZone: 'Pacific/Honolulu', currency: 'USD' });
    expect(honolulu.date('2026-03-29')).toBe('29 March 2026');
  });

  test('are said as a distance from now', () => {
    const now = Date.parse('2026-03-29T09:00:00.000Z');
    expect(english.ago('2026-03-29T08:57:00.000Z', now)).toBe('3 minutes ago');
    expect(russian.ago('2026-03-29T08:55:00.000Z', now)).toBe('5 минут назад');
  });
});
