import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import { Spinner } from './spinner.tsx';

/** One primary per view: the thing to do next. `danger` ends or throws away something. */
export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet';

const LOOKS = {
  primary:
    'border-transparent bg-accent text-on-accent font-semibold data-hovered:bg-accent-strong data-pressed:bg-accent-strong',
  secondary: 'border-edge bg-raised text-ink font-semibold data-hovered:bg-hover data-pressed:bg-sunken',
  danger:
    'border-transparent bg-bad text-on-bad font-semibold data-hovered:bg-bad-strong data-pressed:bg-bad-strong',
  quiet: 'border-transparent text-accent-text font-semibold data-hovered:bg-hover data-pressed:bg-sunken',
} as const satisfies Record<ButtonLook, string>;

const SIZES = {
  normal: 'min-h-12 min-w-12 px-4 text-base',
  large: 'min-h-16 min-w-16 px-6 text-lg',
} as const;

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: ButtonLook;
  size?: keyof typeof SIZES;
  icon?: LucideIcon;
  /** Fills the width that is there. */
  wide?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** While `isPending` it keeps its size and focus, shows that it works, and does nothing when pressed again. */
export function Button({
  look = 'secondary',
  size = 'normal',
  icon: Icon,
  wide,
  children,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`relative inline-flex cursor-pointer items-center justify-center gap-2 rounded-control border text-center leading-tight motion-safe:transition-colors select-none data-disabled:cursor-not-allowed data-disabled:opacity-45 data-pending:cursor-progress ${LOOKS[look]} ${SIZES[size]} ${wide ? 'w-full' : ''}`}
    >
      {({ isPending }) => (
        <>
          {isPending ? <Working /> : Icon && <Icon aria-hidden className="size-5 shrink-0" />}
          {children}
        </>
      )}
    </AriaButton>
  );
}

/** Read out together with the button's name when the waiting begins. */
function Working() {
  const { t } = useTranslation();
  return (
    <ProgressBar isIndeterminate aria-label={t('working')}>
      <Spinner />
    </ProgressBar>
  );
}

/** A button that is only an icon on screen; `label` is its name for everyone who does not see it. */
export function IconButton({
  label,
  ...props
}: Omit<ButtonProps, 'children' | 'aria-label'> & { icon: LucideIcon; label: string }) {
  return <Button look="quiet" {...props} aria-label={label} />;
}
