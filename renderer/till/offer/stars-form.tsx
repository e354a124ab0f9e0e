import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTillActions } from '../use-till.ts';
import { AddButton } from './add-button.tsx';
import { type Check, type Choice, canCheck, playerToSell } from './choice.ts';
import { KnownPlayer } from './known-player.tsx';
import { CheckButton } from './player-form.tsx';

const BOT = 'gamesdrop_api_bot';

/** Stars need the numeric id of a Telegram account, which Telegram gives away only once its owner has written to the bot. */
export function StarsForm({ choice }: { choice: Choice }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  const account = useRef<HTMLInputElement>(null);
  const isReady = playerToSell(choice) !== undefined;
  useEffect(() => account.current?.focus(), []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (isReady) till.addChoice();
    else if (canCheck(choice)) void till.checkPlayer();
    else account.current?.focus();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        label={t('stars.account')}
        hint={t('stars.hint')}
        value={choice.playerId}
        onChange={name => till.typePlayer({ playerId: name })}
        inputRef={account}
        maxLength={64}
      />
      <AccountVerdict check={choice.check} />
      <div className="flex flex-wrap gap-3">
        <CheckButton choice={choice} isNext={!isReady} />
        <AddButton isReady={isReady} isNext={isReady} />
      </div>
    </form>
  );
}

function AccountVerdict({ check }: { check: Check }) {
  const { t } = useTranslation('till');
  switch (check.status) {
    case 'valid':
      return <KnownPlayer name={check.player.nickname ?? check.player.id} detail={check.player.id} />;
    case 'unknown_account':
      return (
        <Notice tone="bad" title={t('stars.unknown', { name: check.username })}>
          {t('stars.unknownNext')}
        </Notice>
      );
    case 'must_write_to_bot':
      return <MustWriteToBot name={check.name ?? check.username} />;
    case 'failed':
      return (
        <>
          <ErrorNotice error={check.error} />
          <p>{t('stars.failedNext')}</p>
        </>
      );
    default:
      return null;
  }
}

function MustWriteToBot({ name }: { name: string }) {
  const { t } = useTranslation('till');
  return (
    <div role="alert" className="flex flex-wrap items-center gap-5 rounded-control bg-warn-soft p-5">
      <QrCode text={`https://t.me/${BOT}`} label={t('stars.botCode', { bot: BOT })} className="size-44" />
      <div className="flex min-w-56 flex-1 flex-col gap-2">
        <p className="text-xl font-semibold text-warn">{t('stars.mustWrite', { name, bot: BOT })}</p>
        <p>{t('stars.mustWriteNext')}</p>
      </div>
    </div>
  );
}
