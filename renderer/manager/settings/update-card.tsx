import { RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateStatus } from '../../../shared/contract/updates.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateTime, TimeAgo } from '../../ui/moment.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Shown } from '../../ui/shown.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';
import { Switch } from '../../ui/switch.tsx';
import { createUpdateStore } from '../../update-store.ts';

/** Which version this is, which newer one there is, and the manager's word that it is installed at the next start. */
export function UpdateCard() {
  const { t } = useTranslation('manager');
  const { load, look } = useStoreOf(createUpdateStore).getState();
  const updates = useFrom(createUpdateStore, state => state.updates);
  const step = updates.value?.step;
  useEffect(() => void load(), [load]);
  return (
    <Card
      title={t('update.title')}
      actions={
        updates.value?.off === null && (
          <Button
            icon={RotateCw}
            isPending={step === 'looking'}
            isDisabled={step === 'fetching' || step === 'installing'}
            onPress={() => void look()}
          >
            {t('update.look')}
          </Button>
        )
      }
    >
      <Shown of={updates} onRetry={() => void load()}>
        {status => <Version status={status} />}
      </Shown>
    </Card>
  );
}

function Version({ status }: { status: UpdateStatus }) {
  const { t } = useTranslation('manager');
  const { version, off, step, found, lookedAt, error } = status;
  return (
    <>
      <p className="text-lg">{t('update.version', { version })}</p>
      {off ? (
        <p className="text-muted">{t(`update.off.${off}`)}</p>
      ) : (
        <p className="text-muted">
          {step === 'looking' ? (
            t('update.looking')
          ) : lookedAt === null ? (
            t('update.never')
          ) : (
            <>
              {t(found ? 'update.looked' : 'update.newest')} <TimeAgo at={lookedAt} />
            </>
          )}
        </p>
      )}
      {error && <ErrorNotice error={error} />}
      {found && <Found status={status} found={found} />}
    </>
  );
}

function Found({ status, found }: { status: UpdateStatus; found: NonNullable<UpdateStatus['found']> }) {
  const { t } = useTranslation('manager');
  const { agree } = useStoreOf(createUpdateStore).getState();
  const { step, agreed, waitsFor, asksAdministrator } = status;
  return (
    <section aria-labelledby="found-version" className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="found-version" className="text-lg font-semibold">
          {t('update.found', { version: found.version })}
        </h3>
        {step === 'ready' && <StatusLabel tone="good">{t('update.ready')}</StatusLabel>}
        {(step === 'fetching' || step === 'installing') && (
          <StatusLabel tone="busy">{t(`update.${step}`)}</StatusLabel>
        )}
      </div>
      {found.notes && (
        <p className="rounded-control border border-line bg-sunken p-4 break-words whitespace-pre-line">
          {found.notes}
        </p>
      )}
      {step !== 'installing' && (
        <Switch
          label={t('update.install')}
          hint={[
            t(waitsFor ? `update.waits.${waitsFor}` : 'update.installHint'),
            ...(asksAdministrator ? [t('update.asksAdministrator')] : []),
          ].join(' ')}
          isSelected={agreed !== null}
          onChange={install => void agree(found.version, install)}
        />
      )}
      {agreed && (
        <p className="text-muted">
          {t('update.agreed', { name: agreed.staffName })} <DateTime at={agreed.at} />
        </p>
      )}
    </section>
  );
}
