import { Delete } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from './use-focus-back.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
const PLACES = [1, 2, 3, 4, 5, 6, 7, 8];
const FEWEST_DIGITS = 4;
const MOST_DIGITS = PLACES.length;

export interface PinPadProps {
  /** What the PIN is for: "PIN of Aida". */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter. */
  onSubmit: () => void;
  isDisabled?: boolean;
}

/**
 * Digits by finger or by keyboard. The keyboard works wherever the focus is, and Enter submits even while a digit has
 * the focus (Space presses that digit).
 */
export function PinPad({ label, value, onChange, onSubmit, isDisabled = false }: PinPadProps) {
  const { t } = useTranslation(['lock', 'common']);
  const pad = useRef<HTMLFieldSetElement>(null);
  const type = (digit: string) => value.length < MOST_DIGITS && onChange(value + digit);
  const erase = () => onChange(value.slice(0, -1));

  const heedKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDisabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = document.activeElement;
    // A page or a dialog that only holds the focus does nothing with Enter itself.
    const elsewhere =
      focused instanceof HTMLElement && focused.tabIndex >= 0 && !pad.current?.contains(focused);
    if (/^\d$/.test(event.key)) type(event.key);
    else if (event.key === 'Backspace') erase();
    else if (event.key === 'Enter' && !elsewhere) onSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => heedKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);

  // A wrong PIN empties the pad and stops what had the focus: the next key is the first digit.
  useFocusBack(pad, isDisabled);

  return (
    <fieldset ref={pad} tabIndex={-1} className="outline-none flex flex-col items-center gap-6">
      <legend className="sr-only">{label}</legend>
      <PinDots filled={value.length} />
      <p role="status" className="sr-only">
        {t('entered', { count: value.length })}
      </p>
      <div className="grid grid-cols-3 gap-3">
        {DIGITS.map(digit => (
          <PadKey key={digit} isDisabled={isDisabled} isLast={digit === '0'} onPress={() => type(digit)}>
            {digit}
          </PadKey>
        ))}
        <PadKey label={t('common:delete')} isDisabled={isDisabled || value === ''} onPress={erase}>
          <Delete aria-hidden className="size-7" />
        </PadKey>
      </div>
    </fieldset>
  );
}

function PinDots({ filled }: { filled: number }) {
  return (
    <div aria-hidden className="flex h-4 gap-3">
      {PLACES.slice(0, Math.max(FEWEST_DIGITS, filled)).map(place => (
        <span
          key={place}
          className={`size-4 rounded-full border-2 ${place <= filled ? 'border-accent bg-accent' : 'border-edge'}`}
        />
      ))}
    </div>
  );
}

function PadKey(props: {
  label?: string;
  isLast?: boolean;
  isDisabled: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      {...(props.label ? { 'aria-label': props.label } : {})}
      isDisabled={props.isDisabled}
      onPress={props.onPress}
      preventFocusOnPress
      className={`flex h-18 w-24 cursor-pointer items-center justify-center rounded-control border border-line bg-raised text-2xl font-semibold shadow-card select-none data-disabled:opacity-45 data-hovered:bg-hover data-pressed:border-accent data-pressed:bg-accent-soft ${props.isLast ? 'col-start-2' : ''}`}
    >
      {props.children}
    </Button>
  );
}
