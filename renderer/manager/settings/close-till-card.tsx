import { Power } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CloseTillDialog } from './close-till-dialog.tsx';

/** The one way out of a till that fills its screen. Any other till is closed like any other window, and has none here. */
export function CloseTillCard() {
  const { t } = useTranslation('manager');
  const isNeeded = useFrom(createTerminalStore, state => state.status?.closedByManager ?? false);
  const [isAsking, setAsking] = useState(false);
  if (!isNeeded) return null;
  return (
    <Card
      title={t('settings.program')}
      actions={
        <Button icon={Power} onPress={() => setAsking(true)}>
          {t('settings.closeTill')}
        </Button>
      }
    >
      <p className="text-muted">{t('settings.closeTillText')}</p>
      {isAsking && <CloseTillDialog onClose={() => setAsking(false)} />}
    </Card>
  );
}
