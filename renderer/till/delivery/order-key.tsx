import { Copy, Eye, EyeOff } from 'lucide-react';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../bridge.ts';
import { useBridge } from '../../bridge-context.ts';
import { Button } from '../../ui/button.tsx';
import { KEY_SHOWN_FOR_MS } from '../../ui/key-shown-for.ts';
import { useNow } from '../../ui/moment.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { ShownKey } from '../../ui/shown-key.tsx';
import { useToast } from '../../ui/toast.tsx';

interface Shown {
  text: string;
  until: number;
}

/** A key on demand. It is on the screen for a minute, and nowhere once the cashier leaves or the till is locked. */
export function OrderKey({ orderId, name }: { orderId: string; name: string }) {
  const { t } = useTranslation('till');
  const bridge = useBridge();
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [isAsking, setAsking] = useState(false);

  /** The key had the focus when it was hidden: it goes back to what showed it. */
  const [hadFocus, setHadFocus] = useState(false);

  useEffect(() => bridge.on(event => event.name === 'session.changed' && setShown(null)), [bridge]);

  function hide(withFocus: boolean) {
    setHadFocus(withFocus);
    setShown(null);
  }

  async function reveal() {
    setAsking(true);
    const answer = await bridge.call('orders.revealKey', { orderId });
    setAsking(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setShown({ text: answer.value.key, until: Date.now() + KEY_SHOWN_FOR_MS });
  }

  if (shown) return <KeyInSight {...shown} name={name} onHide={hide} />;
  return (
    <>
      <Button autoFocus={hadFocus} icon={Eye} isPending={isAsking} onPress={() => void reveal()}>
        {t('key.show')}
      </Button>
      {error && (
        <div className="w-full">
          <ErrorNotice error={error} />
        </div>
      )}
    </>
  );
}

function KeyInSight(props: Shown & { name: string; onHide: (hadFocus: boolean) => void }) {
  const { text, until, name, onHide } = props;
  const { t } = useTranslation('till');
  const isOver = useNow() >= until;
  const panel = useRef<HTMLDivElement>(null);
  const hide = useEffectEvent(() => onHide(panel.current?.contains(document.activeElement) ?? false));
  useEffect(() => scrolledIntoView(panel), []);
  useEffect(() => {
    if (isOver) hide();
  }, [isOver]);

  return (
    <div
      ref={panel}
      className="flex w-full flex-wrap items-center gap-4 rounded-control border-2 border-accent p-3"
    >
      <ShownKey text={text} until={until} label={t('key.code', { name })}>
        <CopyButton text={text} />
        <Button autoFocus icon={EyeOff} onPress={() => onHide(true)}>
          {t('key.hide')}
        </Button>
      </ShownKey>
    </div>
  );
}

/** At once, and again when the list has measured its row anew: it may scroll then, to keep what is below in its place. */
function scrolledIntoView(element: RefObject<Element | null>): () => void {
  const scroll = () => element.current?.scrollIntoView({ block: 'nearest' });
  scroll();
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(scroll);
  });
  return () => cancelAnimationFrame(frame);
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('till');
  const toast = useToast();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast('good', 'till:key.copied');
    } catch {
      toast('warn', 'till:key.notCopied');
    }
  }
  return (
    <Button icon={Copy} onPress={() => void copy()}>
      {t('key.copy')}
    </Button>
  );
}
