import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, type SayableError } from '../i18n/error-text.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { TONES, type Tone } from './tone.ts';

export interface NoticeProps {
  tone: Tone;
  title: string;
  children?: ReactNode;
  /** What a person can do about it right here. */
  actions?: ReactNode;
}

/** Says something in the place it belongs to. Bad news interrupts a screen reader, the rest waits its turn. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const { icon: Icon, soft } = TONES[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex gap-3 rounded-control p-4 ${children ? 'items-start' : 'items-center'} ${soft}`}
    >
      <Icon aria-hidden className="size-6 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="text-ink">{children}</div>}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

/** An error as an answer carried it: what happened, what it was about, what to do, and its code for support. */
export function ErrorNotice({ error, actions }: { error: SayableError; actions?: ReactNode }) {
  const { t } = useTranslation();
  const text = errorText(useFormat(), error);
  return (
    <Notice tone="bad" title={text.title} actions={actions}>
      <p>
        {text.detail} {text.next}
      </p>
      <p className="text-muted">{t('code', { code: error.code })}</p>
    </Notice>
  );
}
