import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { TONES, type Tone } from '../ui/tone.ts';

/** Something that is so until it is over, above whatever screen is open. `aside` changes often and is not read out. */
export function Banner(props: {
  tone: Tone;
  icon: LucideIcon;
  title: string;
  text?: string;
  aside?: ReactNode;
  actions?: ReactNode;
}) {
  const { tone, icon: Icon, title, text, aside, actions } = props;
  return (
    <div className={`flex min-h-11 items-center gap-3 border-b border-line px-5 py-1.5 ${TONES[tone].soft}`}>
      <Icon aria-hidden className="size-5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p role="status" className="inline">
          <strong className="font-semibold">{title}</strong>
          {text && <span className="text-ink"> · {text}</span>}
        </p>
        {aside && <span className="text-ink"> {aside}</span>}
      </div>
      {actions && <div className="flex shrink-0 gap-2">{actions}</div>}
    </div>
  );
}
