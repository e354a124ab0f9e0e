import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { useTill, useTillActions } from '../use-till.ts';
import { isMine } from './payment-slice.ts';

/** Why the sale has not been taken, or why nobody knows yet whether it was. */
export function ChargeTrouble() {
  const { t } = useTranslation(['till', 'common']);
  const error = useTill(state => state.chargeError);
  const attemptState = useTill(state => state.attempt?.state);
  const isDoubtful = useTill(state => state.attempt?.isDoubtful ?? false);
  const begunBy = useTill(state => (state.attempt && !isMine(state) ? state.attempt.by?.name : undefined));
  const till = useTillActions();
  if (!error) return null;
  if (attemptState === undefined) return <ErrorNotice error={error} />;
  if (error.code === 'till_unreachable' && begunBy === undefined) {
    return (
      <Notice
        tone="warn"
        title={t('payment.unanswered')}
        actions={
          <Button isPending={attemptState === 'sending'} onPress={() => void till.sendAgain()}>
            {t('common:tryAgain')}
          </Button>
        }
      >
        {t('payment.unansweredNext')}
      </Notice>
    );
  }
  const isNotTaken = !isDoubtful && error.code.startsWith('storage_');
  return (
    <div className="flex flex-col gap-3">
      {begunBy !== undefined && (
        <p className="text-lg font-semibold">{t('payment.begunBy', { name: begunBy })}</p>
      )}
      <ErrorNotice error={error} />
      {isNotTaken ? (
        <p className="font-semibold">{t('payment.notStored')}</p>
      ) : (
        <p>{t('payment.undecidedNext')}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isPending={attemptState === 'sending'} onPress={() => void till.sendAgain()}>
          {t('payment.sendAgain')}
        </Button>
        <Button isDisabled={attemptState === 'sending'} onPress={till.giveUpAttempt}>
          {t('payment.giveUp')}
        </Button>
      </div>
    </div>
  );
}
