import { expect, test } from 'vitest';
import { writtenAmount, writtenDay } from '../../electron/receipts/written.ts';

test('an amount is written with spaces and a comma in Russian, however long, and left alone in English', () => {
  const russian = ['0', '5.50', '100.00', '1000', '20000.00', '1234567.125'].map(amount =>
    writtenAmount(amount, 'ru'),
  );
  expect(russian).toEqual(['0', '5,50', '100,00', '1 000', '20 000,00', '1 234 567,125']);
  expect(writtenAmount('20000.00', 'en')).toBe('20000.00');
});

test('a day is written from its number on in Russian', () => {
  expect([writtenDay('2026-11-22', 'ru'), writtenDay('2026-11-22', 'en')]).toEqual([
    '22.11.2026',
    '2026-11-22',
  ]);
});
