import { Copy, Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../bridge.ts';
import { useBridge } from '../../bridge-context.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/moment.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useToast } from '../../ui/toast.tsx';
import { visibleKey } from '../../ui/visible-key.ts';
import { isLink, keyPieces } from './key-groups.ts';

const SHOWN_FOR_MS = 60_000;

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

  useEffect(() => bridge.on(event => event.name === 'session.changed' && setShown(null)), [bridge]);

  async function reveal() {
    setAsking(true);
    const answer = await bridge.call('orders.revealKey', { orderId });
    setAsking(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setShown({ text: answer.value.key, until: Date.now() + SHOWN_FOR_MS });
  }

  if (shown) return <ShownKey {...shown} name={name} onHide={() => setShown(null)} />;
  return (
    <>
      <Button icon={Eye} isPending={isAsking} onPress={() => void reveal()}>
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

function ShownKey(props: Shown & { name: string; onHide: () => void }) {
  const { text, until, name, onHide } = props;
  const { t } = useTranslation('till');
  const visible = visibleKey(text);
  const now = useNow();
  const left = Math.max(0, Math.min(SHOWN_FOR_MS, until - now)) / 1000;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    if (left === 0) onHide();
  }, [left, onHide]);

  return (
    <div
      ref={panel}
      className="flex w-full flex-wrap items-center gap-4 rounded-control border-2 border-accent p-3"
    >
      <QrCode text={text} label={t('key.code', { name })} className="size-36" />
      <div className="flex min-w-64 flex-1 flex-col gap-3">
        {isLink(text) && <p className="font-semibold">{t('key.link')}</p>}
        <KeyText text={visible.text} />
        {visible.isEscaped && <p>{t('key.escaped')}</p>}
        <div className="flex flex-wrap items-center gap-3">
          <CopyButton text={text} />
          <Button icon={EyeOff} onPress={onHide}>
            {t('key.hide')}
          </Button>
          <p className="digits text-muted">{t('key.hidesIn', { count: Math.ceil(left) })}</p>
        </div>
      </div>
    </div>
  );
}

/** Groups are set apart by space on the screen only: what is selected and copied is the key. */
function KeyText({ text }: { text: string }) {
  const size = isLink(text) || text.length > 40 ? 'text-lg' : 'text-2xl 2xl:text-3xl';
  return (
    <p
      data-key
      className={`font-mono leading-snug font-bold break-all whitespace-pre-wrap select-text ${size}`}
    >
      {keyPieces(text).map(piece =>
        piece.text === '\n' ? (
          piece.text
        ) : (
          <span key={piece.at} className="mr-[0.45ch] inline-block">
            {piece.text}
          </span>
        ),
      )}
    </p>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('till');
  const toast = useToast();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast('good', t('key.copied'));
    } catch {
      toast('warn', t('key.notCopied'));
    }
  }
  return (
    <Button icon={Copy} onPress={() => void copy()}>
      {t('key.copy')}
    </Button>
  );
}
