import { Power } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFreeToLeave } from '../shared/way-out.ts';
import type { CallError } from './bridge.ts';
import { useBridge } from './bridge-context.ts';
import { useFrom } from './stores.tsx';
import { createTerminalStore } from './terminal-store.ts';
import { Button } from './ui/button.tsx';
import { ErrorNotice } from './ui/notice.tsx';

/** The way out of a kiosk where nobody can sign in: what helps the till is outside of it. */
export function LeaveButton() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const isNeeded = useFrom(
    createTerminalStore,
    ({ status }) => status?.closedByManager === true && isFreeToLeave(status),
  );
  const [isClosing, setClosing] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  if (!isNeeded) return null;

  async function leave() {
    setClosing(true);
    setFailure(null);
    const answer = await bridge.call('terminal.leave', {});
    if (answer.ok) return;
    setClosing(false);
    setFailure(answer.error);
  }

  return (
    <div className="flex flex-col gap-2">
      {failure && <ErrorNotice error={failure} />}
      <p className="text-muted">{t('leave.text')}</p>
      <Button icon={Power} isPending={isClosing} onPress={() => void leave()}>
        {t('leave.close')}
      </Button>
    </div>
  );
}
