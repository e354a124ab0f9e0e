import { UserSearch } from 'lucide-react';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTill, useTillActions } from '../use-till.ts';
import { AddButton } from './add-button.tsx';
import { type Choice, canCheck, playerToSell } from './choice.ts';
import { PlayerVerdict } from './player-verdict.tsx';
import { OptionalServerField, ServerField } from './server-field.tsx';

/** A top-up needs the player, and the partner's word that there is one. */
export function PlayerForm({ choice }: { choice: Choice }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  const playerId = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { offer, check } = choice;
  const isReady = playerToSell(choice) !== undefined;
  useEffect(() => playerId.current?.focus(), []);

  const isInvalid = useTill(state => state.choice?.check.status === 'invalid');
  useEffect(() => {
    if (!isInvalid) return;
    playerId.current?.focus();
    playerId.current?.select();
  }, [isInvalid]);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (isReady) till.addChoice();
    else if (canCheck(choice)) void till.checkPlayer();
    else firstEmptyControl(form.current)?.focus();
  }

  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-5">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <TextField
          label={t('player.id')}
          value={choice.playerId}
          onChange={id => till.typePlayer({ playerId: id })}
          inputRef={playerId}
          maxLength={64}
          mono
        />
        {offer.needsServer && <ServerField choice={choice} />}
        {offer.mayNeedServer && <OptionalServerField serverId={choice.serverId} />}
      </div>
      <PlayerVerdict check={check} />
      <div className="flex flex-wrap gap-3">
        <CheckButton choice={choice} isNext={!isReady} />
        <AddButton isReady={isReady} isNext={isReady} />
      </div>
    </form>
  );
}

export function CheckButton({ choice, isNext }: { choice: Choice; isNext: boolean }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  return (
    <Button
      type={isNext ? 'submit' : 'button'}
      {...(isNext ? {} : { onPress: () => void till.checkPlayer() })}
      look={isNext ? 'primary' : 'secondary'}
      size="large"
      icon={UserSearch}
      isPending={choice.check.status === 'checking'}
    >
      {t('player.check')}
    </Button>
  );
}

function firstEmptyControl(form: HTMLFormElement | null): HTMLElement | undefined {
  const controls = [...(form?.querySelectorAll<HTMLElement>('input, [aria-haspopup=listbox]') ?? [])];
  return controls.find(control => !(control instanceof HTMLInputElement) || control.value.trim() === '');
}
