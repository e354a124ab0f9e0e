import type { ParseKeys } from 'i18next';
import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, type SayableError } from '../i18n/error-text.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { IconButton } from './button.tsx';
import { TONES, type Tone } from './tone.ts';

const NAMESPACES = ['common', 'till', 'orders', 'manager'] as const;

/**
 * Named, and worded when it is shown: what was just saved may be the language. Never a function, which would hold on to
 * everything around it for as long as the toast is there, such as a token that was just typed.
 */
type Saying = ParseKeys<typeof NAMESPACES> | SayableError;
type Values = Readonly<Record<string, string>>;
type Announce = (tone: Tone, saying: Saying, values?: Values) => void;

/** Which values a text wants is known where it is named, not here. */
type Say = (key: Exclude<Saying, SayableError>, values: Values) => string;

interface Message {
  id: number;
  tone: Tone;
  saying: Saying;
  values: Values;
}

const ToastContext = createContext<Announce | null>(null);
const SHOWN_FOR_MS = 7000;

/** Says in passing what a person need not act on; what they must act on is a Notice in its place. */
export function useToast(): Announce {
  const announce = useContext(ToastContext);
  if (!announce) throw new Error('No toasts: render inside <ToastProvider>.');
  return announce;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const nextId = useRef(1);
  const drop = useCallback((id: number) => setMessage(shown => (shown?.id === id ? null : shown)), []);
  const announce = useCallback<Announce>(
    (tone, saying, values = {}) => {
      const id = nextId.current++;
      setMessage({ id, tone, saying, values });
      setTimeout(() => drop(id), SHOWN_FOR_MS);
    },
    [drop],
  );
  return (
    <ToastContext value={announce}>
      {children}
      <ToastRegion message={message} onDrop={drop} />
    </ToastContext>
  );
}

/**
 * The live region is always there: a screen reader only hears what changes inside one it already knows. It lies over the
 * name of the shop, where there is nothing to press, and the newest message takes the place of the one before.
 */
function ToastRegion({ message, onDrop }: { message: Message | null; onDrop: (id: number) => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  // Whoever announces has its texts already: to wait for all of them here would hold up the first paint.
  const say = i18n.getFixedT(i18n.language, NAMESPACES) as Say;
  const worded = ({ saying, values }: Message) =>
    typeof saying === 'string' ? say(saying, values) : errorText(format, saying).title;
  return (
    <div
      role="status"
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed top-1.5 left-36 z-50"
    >
      {message && (
        <div
          key={message.id}
          className="pointer-events-auto flex max-w-100 motion-safe:animate-settle items-center gap-3 rounded-control border border-line bg-raised py-1 pr-1 pl-4 shadow-raised"
        >
          <ToneIcon tone={message.tone} />
          <p className="leading-snug font-semibold">{worded(message)}</p>
          <IconButton icon={X} label={t('close')} onPress={() => onDrop(message.id)} />
        </div>
      )}
    </div>
  );
}

function ToneIcon({ tone }: { tone: Tone }) {
  const { icon: Icon, text } = TONES[tone];
  return <Icon aria-hidden className={`size-6 shrink-0 ${text}`} />;
}
