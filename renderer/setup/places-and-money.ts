import type { Language } from '../../shared/people.ts';
import type { Choice } from '../ui/choice.ts';

/** The zone this computer's clock shows. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every time zone this browser knows ("Asia/Almaty"), and those it leaves out though computers are set to them: UTC. */
export function timeZones(): Choice<string>[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/UTC', ownTimeZone()]);
  return [...zones].sort().map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

/** Every currency this browser knows, by its code and its name: "KZT · Kazakhstani Tenge". */
export function currencies(language: Language): Choice<string>[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map(code => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}

/** "00:00" to "23:00". */
export function hours(): Choice<string>[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const time = `${String(hour).padStart(2, '0')}:00`;
    return { value: time, label: time };
  });
}
