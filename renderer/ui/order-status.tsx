import {
  Ban,
  CircleCheck,
  CircleQuestionMark,
  Clock3,
  Hand,
  type LucideIcon,
  RefreshCw,
  Send,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrderState } from '../../shared/order-state.ts';
import { StatusLabel } from './status-label.tsx';
import type { Tone } from './tone.ts';

const LOOKS = {
  queued: { tone: 'busy', icon: Clock3 },
  sending: { tone: 'info', icon: Send },
  processing: { tone: 'info', icon: RefreshCw },
  unknown: { tone: 'warn', icon: CircleQuestionMark },
  held: { tone: 'bad', icon: Hand },
  completed: { tone: 'good', icon: CircleCheck },
  canceled: { tone: 'busy', icon: Ban },
  refunded: { tone: 'busy', icon: Undo2 },
} as const satisfies Record<OrderState, { tone: Tone; icon: LucideIcon }>;

/** The state of an order, the same on every screen. */
export function OrderStatus({ state }: { state: OrderState }) {
  const { t } = useTranslation();
  return <StatusLabel {...LOOKS[state]}>{t(`state.${state}`)}</StatusLabel>;
}
