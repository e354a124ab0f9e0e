import { PARTNER_CODES, type PartnerCode } from './partner.ts';

/**
 * The partner's page names codes but not where an error body carries them. Two groups, because a finished order
 * also has a `message`, which is then no refusal.
 */
export function explicitCode(body: unknown): PartnerCode | undefined {
  return (
    knownCode(field(field(body, 'error'), 'code')) ??
    knownCode(field(body, 'code')) ??
    knownCode(field(body, 'error'))
  );
}

export function codeInMessage(body: unknown): PartnerCode | undefined {
  return knownCode(field(body, 'message'));
}

/** What the partner says about its refusal, beside the code. */
export function wordsOf(body: unknown): string | undefined {
  const error = field(body, 'error');
  const words = [field(error, 'message'), field(body, 'message'), error].filter(
    text => typeof text === 'string',
  );
  return words.find(text => text !== '' && !knownCode(text));
}

/** The activation key that came with an answer, whatever else the answer is. */
export function keyOf(body: unknown): string | undefined {
  const key = field(body, 'key') ?? field(field(body, 'error'), 'key');
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function knownCode(value: unknown): PartnerCode | undefined {
  if (typeof value !== 'string') return undefined;
  return PARTNER_CODES.find(code => code === value.trim());
}
