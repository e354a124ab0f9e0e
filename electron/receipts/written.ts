import type { Language } from '../../shared/people.ts';

/** A decimal amount as the shop's language writes it: "20000.00" is "20 000,00" in Russian, and stays in English. */
export function writtenAmount(amount: string, language: Language): string {
  if (language === 'en') return amount;
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** "2026-03-29" is "29.03.2026" in Russian, and stays in English. */
export function writtenDay(day: string, language: Language): string {
  return language === 'en' ? day : day.split('-').reverse().join('.');
}
