import { ProgressBar } from 'react-aria-components/ProgressBar';
import { Label } from 'react-aria-components/TextField';

/** `total` null: nobody knows yet how much there is, so only that it moves is shown. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const share = total ? Math.min(done / total, 1) : 0;
  return (
    <ProgressBar
      className="flex flex-col gap-2"
      isIndeterminate={total === null}
      maxValue={total ?? 1}
      value={total === null ? 0 : Math.min(done, total)}
    >
      <div className="flex justify-between gap-4">
        <Label>{label}</Label>
        <span className="digits text-muted">{total === null ? done : `${done} / ${total}`}</span>
      </div>
      <div className="h-2 overflow-hidden rounded-full bg-sunken">
        <div
          className={`h-full rounded-full bg-accent ${total === null ? 'w-1/3 motion-safe:animate-breathe' : ''}`}
          style={total === null ? {} : { width: `${share * 100}%` }}
        />
      </div>
    </ProgressBar>
  );
}
