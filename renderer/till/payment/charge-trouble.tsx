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
  if (attemptState === 'not_stored') return <NotStored begunBy={begunBy} />;
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
  if (error.code === 'storage_unknown') {
    return (
      <div className="flex flex-col gap-3">
        <BegunBy name={begunBy} />
        <ErrorNotice error={error} />
        <p className="font-semibold">{t('payment.unknownNext')}</p>
        <Button look="primary" isPending={attemptState === 'sending'} onPress={() => void till.findOut()}>
          {t('payment.findOut')}
        </Button>
      </div>
    );
  }
  const isNotTaken = !isDoubtful && error.code.startsWith('storage_');
  return (
    <div className="flex flex-col gap-3">
      <BegunBy name={begunBy} />
      <ErrorNotice error={error} />
      {isNotTaken ? (
        <p className="font-semibold">{t('payment.notStored')}</p>
      ) : (
        <p>{t('payment.undecidedNext')}</p>
      )}
      <SendOrGiveUp isSending={attemptState === 'sending'} />
    </div>
  );
}

function BegunBy({ name }: { name: string | undefined }) {
  const { t } = useTranslation('till');
  return name === undefined ? null : (
    <p className="text-lg font-semibold">{t('payment.begunBy', { name })}</p>
  );
}

/** The disk is well again, and the till knows that the sale is not on it. */
function NotStored({ begunBy }: { begunBy: string | undefined }) {
  const { t } = useTranslation('till');
  return (
    <div className="flex flex-col gap-3">
      <BegunBy name={begunBy} />
      <Notice tone="warn" title={t('payment.notStoredTitle')} actions={<SendOrGiveUp isSending={false} />}>
        {t('payment.notStoredNext')}
      </Notice>
    </div>
  );
}

function SendOrGiveUp({ isSending }: { isSending: boolean }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  return (
    <div className="flex flex-wrap gap-3">
      <Button look="primary" isPending={isSending} onPress={() => void till.sendAgain()}>
        {t('payment.sendAgain')}
      </Button>
      <Button isDisabled={isSending} onPress={till.giveUpAttempt}>
        {t('payment.giveUp')}
      </Button>
    </div>
  );
}
