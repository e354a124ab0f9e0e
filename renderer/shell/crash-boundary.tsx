import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../bridge-context.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  children: ReactNode;
  /** Loads the whole page again. */
  reload?: () => void;
}

interface State {
  crash: { error: unknown } | null;
  crashes: number;
}

/**
 * A screen that throws takes only itself down: the rest of the till goes on, and it can be opened again. Where opening it
 * again cannot help, the whole page is loaded again: a kiosk that is locked down has no key for that.
 */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { crash: null, crashes: 0 };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { crash: { error } };
  }

  override componentDidCatch() {
    this.setState(({ crashes }) => ({ crashes: crashes + 1 }));
  }

  override render() {
    const { crash, crashes } = this.state;
    if (!crash) return this.props.children;
    return (
      <Crashed
        needsReload={crashes > 1 || isFileGone(crash.error)}
        reload={this.props.reload ?? (() => location.reload())}
        onOpenAgain={() => this.setState({ crash: null })}
      />
    );
  }
}

/** A till that was updated no longer has the files of the page that is still open. */
function isFileGone(error: unknown): boolean {
  return /dynamically imported module|module script failed|Unable to preload/i.test(String(error));
}

function Crashed(props: { needsReload: boolean; reload: () => void; onOpenAgain: () => void }) {
  const { needsReload, reload, onOpenAgain } = props;
  const bridge = useBridge();
  // A page loaded from a till that is not there would be the browser's own error page, which nobody can leave.
  async function openAgain() {
    const isThere = needsReload && (await bridge.call('terminal.status', {})).ok;
    if (isThere) reload();
    else onOpenAgain();
  }
  const { t } = useTranslation();
  return (
    <div role="alert" className="grid h-full place-items-center">
      <EmptyState
        icon={TriangleAlert}
        title={t('crash.title')}
        action={
          <Button look="primary" onPress={() => void openAgain()}>
            {t('crash.reload')}
          </Button>
        }
      >
        {t('crash.next')}
      </EmptyState>
    </div>
  );
}
