import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLink } from './key-pieces.ts';
import { KEY_SHOWN_FOR_MS } from './key-shown-for.ts';
import { KeyText } from './key-text.tsx';
import { useNow } from './moment.tsx';
import { QrCode } from './qr-code.tsx';

export interface ShownKeyProps {
  text: string;
  /** When it hides by itself, in milliseconds. */
  until: number;
  /** Of the code: "Key of Steam US 10 USD as a QR code". */
  label: string;
  /** What can be done with it. */
  children?: ReactNode;
}

/** A key in sight: to be read, scanned and copied, and for how much longer. */
export function ShownKey({ text, until, label, children }: ShownKeyProps) {
  const { t } = useTranslation();
  const leftMs = Math.max(0, Math.min(KEY_SHOWN_FOR_MS, until - useNow()));
  return (
    <>
      <QrCode text={text} label={label} className="size-36" />
      <div className="flex min-w-64 flex-1 flex-col gap-3">
        {isLink(text) && <p className="font-semibold">{t('key.link')}</p>}
        <KeyText text={text} />
        <div className="flex flex-wrap items-center gap-3">
          {children}
          <p className="digits text-muted">{t('key.hidesIn', { count: Math.ceil(leftMs / 1000) })}</p>
        </div>
      </div>
    </>
  );
}
