import {
  Ban,
  CircleAlert,
  CircleCheckBig,
  Clock3,
  Hand,
  HandCoins,
  type LucideIcon,
  PackageOpen,
} from 'lucide-react';
import type { Outcome } from '../../../shared/sale-outcome.ts';
import type { Tone } from '../../ui/tone.ts';

/** How each outcome of a sale looks, wherever it is shown. */
export const OUTCOMES = {
  delivered: { tone: 'good', icon: CircleCheckBig },
  partly: { tone: 'warn', icon: CircleAlert },
  delivering: { tone: 'info', icon: PackageOpen },
  later: { tone: 'warn', icon: Clock3 },
  decide: { tone: 'bad', icon: Hand },
  give_back: { tone: 'bad', icon: HandCoins },
  ended: { tone: 'busy', icon: Ban },
} as const satisfies Record<Outcome, { tone: Tone; icon: LucideIcon }>;
