import { CircleAlert, CircleCheck, Clock3, Info, type LucideIcon, TriangleAlert } from 'lucide-react';

/** What a status means to a person. Each has its colour and its icon; the word comes with it. */
export type Tone = 'good' | 'info' | 'busy' | 'warn' | 'bad';

export const TONES = {
  good: { icon: CircleCheck, soft: 'bg-good-soft text-good', text: 'text-good', edge: 'border-good' },
  info: {
    icon: Info,
    soft: 'bg-accent-soft text-accent-text',
    text: 'text-accent-text',
    edge: 'border-accent',
  },
  busy: { icon: Clock3, soft: 'bg-busy-soft text-ink', text: 'text-muted', edge: 'border-edge' },
  warn: { icon: TriangleAlert, soft: 'bg-warn-soft text-warn', text: 'text-warn', edge: 'border-warn' },
  bad: { icon: CircleAlert, soft: 'bg-bad-soft text-bad', text: 'text-bad', edge: 'border-bad' },
} as const satisfies Record<Tone, { icon: LucideIcon; soft: string; text: string; edge: string }>;
