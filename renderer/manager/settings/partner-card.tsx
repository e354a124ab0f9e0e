import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';
import { TokenDialog } from './token-dialog.tsx';

export const SECRETS = ['token', 'managementToken'] as const;
export type Secret = (typeof SECRETS)[number];

/** The tokens: whether each is there, and the way to put another in its place. They are never shown. */
export function PartnerCard(props: { secretsSet: Record<Secret, boolean>; onReplaced: () => void }) {
  const { secretsSet, onReplaced } = props;
  const { t } = useTranslation('manager');
  const isTokenRejected = useFrom(
    createTerminalStore,
    state => state.status?.connection.state === 'token_rejected',
  );
  const [replacing, setReplacing] = useState<Secret | null>(null);
  return (
    <Card title={t('settings.partner')}>
      <p className="text-muted">{t('settings.partnerText')}</p>
      <ul className="flex flex-col">
        {SECRETS.map(secret => {
          const isSet = secretsSet[secret];
          const isRejected = isSet && secret === 'token' && isTokenRejected;
          const isWrong = isRejected || (!isSet && secret === 'token');
          const token = t(`settings.${secret}`);
          return (
            <li
              key={secret}
              className="flex flex-wrap items-center gap-3 border-b border-line py-3 last:border-0 last:pb-0"
            >
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-semibold">{token}</p>
                <p className="text-muted">{t(`settings.${secret}Text`)}</p>
              </div>
              <StatusLabel tone={isWrong ? 'bad' : isSet ? 'good' : 'busy'}>
                {t(`settings.${isRejected ? 'isRejected' : isSet ? 'isSet' : 'isNotSet'}`)}
              </StatusLabel>
              <Button
                look={isWrong ? 'primary' : 'secondary'}
                icon={KeyRound}
                aria-label={t(isSet ? 'settings.replaceOf' : 'settings.enterOf', { token })}
                onPress={() => setReplacing(secret)}
              >
                {t(isSet ? 'settings.replace' : 'settings.enter')}
              </Button>
            </li>
          );
        })}
      </ul>
      {replacing && (
        <TokenDialog secret={replacing} onClose={() => setReplacing(null)} onReplaced={onReplaced} />
      )}
    </Card>
  );
}
