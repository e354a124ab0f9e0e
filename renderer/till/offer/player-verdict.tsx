import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { useIsManager, useTillActions } from '../use-till.ts';
import type { Check } from './choice.ts';
import { KnownPlayer } from './known-player.tsx';

/** What the partner said about the player, and what that means for the sale. */
export function PlayerVerdict({ check }: { check: Check }) {
  const { t } = useTranslation('till');
  switch (check.status) {
    case 'valid':
      return (
        <KnownPlayer
          name={check.player.nickname ?? check.player.id}
          detail={check.player.nickname ? idText(check.player.id, check.player.serverId) : undefined}
        />
      );
    case 'invalid':
      return <InvalidPlayer isOverruled={check.isOverruled} />;
    case 'unavailable':
      return (
        <Notice tone="warn" title={t('player.unavailable')}>
          {t('player.unavailableNext')}
        </Notice>
      );
    case 'failed':
      return <ErrorNotice error={check.error} />;
    default:
      return null;
  }
}

const idText = (id: string, serverId: string | undefined): string => (serverId ? `${id} (${serverId})` : id);

function InvalidPlayer({ isOverruled }: { isOverruled: boolean }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  const isManager = useIsManager();
  if (isOverruled) {
    return (
      <Notice tone="warn" title={t('player.overruled')}>
        {t('player.overruledNext')}
      </Notice>
    );
  }
  return (
    <Notice
      tone="bad"
      title={t('player.invalid')}
      {...(isManager
        ? { actions: <Button onPress={till.overruleCheck}>{t('player.sellAnyway')}</Button> }
        : {})}
    >
      {t('player.invalidNext')}
    </Notice>
  );
}
