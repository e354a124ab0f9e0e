import { type ReactNode, useId } from 'react';

export interface SwitchProps {
  label: string;
  hint?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
}

/** On or off, taking effect at once. */
export function Switch({ label, hint, isSelected, onChange, isDisabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label className="relative flex min-h-12 items-center gap-3 rounded-control has-disabled:opacity-45">
        <input
          type="checkbox"
          role="switch"
          aria-checked={isSelected}
          checked={isSelected}
          disabled={isDisabled}
          onChange={event => onChange(event.target.checked)}
          {...(hint ? { 'aria-describedby': id } : {})}
          className="peer absolute inset-0 size-full cursor-pointer opacity-0"
        />
        <span
          aria-hidden
          className="flex h-8 w-14 shrink-0 items-center rounded-full border-2 border-edge bg-raised p-1 peer-checked:border-accent peer-checked:bg-accent [&>span]:bg-edge peer-checked:[&>span]:translate-x-6 peer-checked:[&>span]:bg-on-accent"
        >
          <span className="size-5 rounded-full motion-safe:transition-transform" />
        </span>
        <span className="font-semibold">{label}</span>
      </label>
      {hint && (
        <div id={id} className="text-muted">
          {hint}
        </div>
      )}
    </div>
  );
}
