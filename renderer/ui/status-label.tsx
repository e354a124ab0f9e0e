import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { TONES, type Tone } from './tone.ts';

/** A status: always colour, icon and word together. */
export function StatusLabel({
  tone,
  icon,
  children,
}: {
  tone: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  const Icon = icon ?? TONES[tone].icon;
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-3 py-1 font-semibold whitespace-nowrap ${TONES[tone].soft}`}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      {children}
    </span>
  );
}
