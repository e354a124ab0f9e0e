import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { STEPS, type Step } from './setup-draft.ts';

/** Which steps there are, which are done, and which one this is. */
export function StepList({ current }: { current: Step | 'done' }) {
  const { t } = useTranslation('setup');
  const place = current === 'done' ? STEPS.length : STEPS.indexOf(current);
  return (
    <ol className="flex flex-col gap-1">
      {STEPS.map((step, index) => (
        <li
          key={step}
          {...(step === current ? { 'aria-current': 'step' } : {})}
          className="flex items-center gap-3 rounded-control px-3 py-2.5 text-lg text-muted aria-[current=step]:bg-accent-soft aria-[current=step]:font-semibold aria-[current=step]:text-accent-text"
        >
          <span className="grid size-8 shrink-0 place-items-center rounded-full border-2 border-current leading-none font-semibold">
            {index < place ? <Check aria-hidden className="size-5" /> : index + 1}
          </span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
