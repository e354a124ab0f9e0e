import { PlugZap } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

const ASK_EVERY_MS = 2000;

/** The till's process does not answer: asks again by itself, and leaves every basket where it is. */
export function Unreachable() {
  const { t } = useTranslation();
  const refresh = useFrom(createTerminalStore, state => state.refresh);

  useEffect(() => {
    const timer = setInterval(() => void refresh(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  return (
    <main className="grid h-full place-items-center">
      <div role="alert">
        <EmptyState
          icon={PlugZap}
          title={t('unreachable.title')}
          action={
            <Button look="primary" onPress={() => void refresh()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {t('unreachable.next')}
        </EmptyState>
      </div>
    </main>
  );
}
