import { ArrowLeft, LockKeyholeOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../shared/contract/common.ts';
import { errorText } from '../i18n/error-text.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PinPad } from '../ui/pin-pad.tsx';
import { type SignIn, useSignIn } from './sign-in.ts';

/** One person's PIN. Digits and Enter work at once, whatever has the focus. */
export function PinEntry({ person, onBack }: { person: StaffMember; onBack?: () => void }) {
  const { t } = useTranslation(['lock', 'common']);
  const signIn = useSignIn(person);
  const isLocked = signIn.lockedForSeconds > 0;
  const unlock = () => void signIn.submit();
  return (
    <div className="flex w-full max-w-sm flex-col items-stretch gap-4">
      <div className="flex min-h-12 items-center justify-between gap-3">
        <h2 className="text-2xl font-semibold break-words">{person.name}</h2>
        {onBack && (
          <Button look="quiet" icon={ArrowLeft} onPress={onBack}>
            {t('someoneElse')}
          </Button>
        )}
      </div>
      <PinPad
        label={t('pinFor', { name: person.name })}
        value={signIn.pin}
        onChange={signIn.setPin}
        onSubmit={unlock}
        isDisabled={isLocked || signIn.isPending}
      />
      <Button
        look="primary"
        size="large"
        icon={LockKeyholeOpen}
        wide
        isPending={signIn.isPending}
        isDisabled={isLocked || signIn.pin === ''}
        onPress={unlock}
      >
        {t('unlock')}
      </Button>
      <div className="min-h-20">
        <Outcome signIn={signIn} />
      </div>
    </div>
  );
}

function Outcome({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('lock');
  const format = useFormat();
  const { error, lockedForSeconds, pin } = signIn;
  if (lockedForSeconds > 0) {
    return (
      <Notice tone="bad" title={errorText(format, { code: 'pin_locked' }).title}>
        <span className="digits">{t('openFor', { time: minutesAndSeconds(lockedForSeconds) })}</span>
      </Notice>
    );
  }
  if (!error || error.code === 'pin_locked' || pin !== '')
    return <p className="text-center text-muted">{t('hint')}</p>;
  const text = errorText(format, error);
  return (
    <Notice tone="bad" title={text.title}>
      {text.detail ?? text.next}
    </Notice>
  );
}

/** 90 → "1:30". */
function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
