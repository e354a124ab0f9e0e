import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** A screen that throws takes only itself down: the rest of the till goes on, and it can be opened again. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return <Crashed onOpenAgain={() => this.setState({ crashed: false })} />;
  }
}

function Crashed({ onOpenAgain }: { onOpenAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="grid h-full place-items-center">
      <EmptyState
        icon={TriangleAlert}
        title={t('crash.title')}
        action={
          <Button look="primary" onPress={onOpenAgain}>
            {t('crash.reload')}
          </Button>
        }
      >
        {t('crash.next')}
      </EmptyState>
    </div>
  );
}
