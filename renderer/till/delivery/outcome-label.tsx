import { useTranslation } from 'react-i18next';
import { outcomeOf } from '../../../shared/sale-outcome.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import { useIsReachable, useTill } from '../use-till.ts';
import { OUTCOMES } from './outcome-look.ts';

/** Where the last sale stands, in one word. */
export function OutcomeLabel() {
  const { t } = useTranslation('till');
  const isReachable = useIsReachable();
  const outcome = useTill(state => outcomeOf(state.orders, isReachable));
  const { tone, icon } = OUTCOMES[outcome];
  return (
    <span>
      <StatusLabel tone={tone} icon={icon}>
        {t(`outcome.${outcome}.title`)}
      </StatusLabel>
    </span>
  );
}
