import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';

export interface Segment<V extends string> {
  value: V;
  label: string;
  icon?: LucideIcon;
}

export interface SegmentsProps<V extends string> {
  label: string;
  options: readonly Segment<V>[];
  value: V | null;
  onChange: (value: V) => void;
  error?: string | undefined;
  isDisabled?: boolean;
  /** Where it stands says what it is for; it is still read out. */
  isLabelUnseen?: boolean;
}

/**
 * One of a few, all in sight: native radios, each stretched unseen over its big label, so that a finger, a mouse and
 * a program that drives the till all hit the control itself.
 */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { label, options, value, onChange, error, isDisabled = false, isLabelUnseen } = props;
  const id = useId();
  return (
    <fieldset
      disabled={isDisabled}
      {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
      className="flex min-w-0 flex-col gap-1.5 disabled:opacity-45"
    >
      <legend className={isLabelUnseen ? 'sr-only' : 'pb-1.5 font-semibold'}>{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(option => (
          <SegmentButton
            key={option.value}
            group={id}
            option={option}
            isSelected={option.value === value}
            onSelect={() => onChange(option.value)}
          />
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="font-semibold text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function SegmentButton(props: {
  group: string;
  option: Segment<string>;
  isSelected: boolean;
  onSelect: () => void;
}) {
  const { group, option, isSelected, onSelect } = props;
  const { icon: Icon } = option;
  return (
    <label className="relative flex min-h-14 flex-1 items-center justify-center gap-2 rounded-control border border-edge bg-raised px-4 text-lg font-semibold whitespace-nowrap hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text has-checked:ring-2 has-checked:ring-accent has-checked:ring-inset">
      <input
        type="radio"
        name={group}
        value={option.value}
        checked={isSelected}
        onChange={onSelect}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span
        aria-hidden
        className="size-5 shrink-0 rounded-full border-2 border-edge peer-checked:border-6 peer-checked:border-accent"
      />
      {Icon && <Icon aria-hidden className="size-5" />}
      {option.label}
    </label>
  );
}
