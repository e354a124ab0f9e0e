import { ArrowLeft, CircleCheckBig } from 'lucide-react';
import { type ComponentType, type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/people.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { LanguageStep } from './language-step.tsx';
import { ManagerStep } from './manager-step.tsx';
import { PricesStep } from './prices-step.tsx';
import { STEPS, type Step } from './setup-draft.ts';
import { ShopStep } from './shop-step.tsx';
import { StepList } from './step-list.tsx';
import type { StepProps } from './step-props.ts';
import { TokenStep } from './token-step.tsx';
import { type Setup, useSetup } from './use-setup.ts';

const BODIES: Record<Step, ComponentType<StepProps>> = {
  language: LanguageStep,
  shop: ShopStep,
  token: TokenStep,
  manager: ManagerStep,
  prices: PricesStep,
};

export function SetupSteps(props: {
  language: Language;
  onLanguage: (language: Language) => void;
  onDone: () => void;
}) {
  const { language, onLanguage, onDone } = props;
  const { t } = useTranslation('setup');
  const setup = useSetup(language);
  const change: StepProps['change'] = part => {
    setup.change(part);
    if (part.language) onLanguage(part.language);
  };
  return (
    <div className="grid h-full grid-cols-[18rem_1fr] bg-page">
      <header className="flex flex-col gap-6 border-r border-line bg-surface p-6">
        <BrandMark />
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <StepList current={setup.step} />
      </header>
      <main className="flex min-h-0 justify-center overflow-y-auto p-8">
        {setup.step === 'done' ? (
          <Done shopName={setup.draft.shopName.trim()} onStart={onDone} />
        ) : (
          <StepForm key={setup.step} step={setup.step} setup={{ ...setup, change }} />
        )}
      </main>
    </div>
  );
}

function StepForm({ step, setup }: { step: Step; setup: Setup }) {
  const { t } = useTranslation(['setup', 'common']);
  const form = useRef<HTMLFormElement>(null);
  const Body = BODIES[step];
  const isLast = step === STEPS.at(-1);
  const faultCount = Object.keys(setup.faults).length;

  useEffect(() => {
    if (faultCount > 0) form.current?.querySelector<HTMLElement>('input[aria-invalid=true]')?.focus();
  }, [faultCount]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void setup.next();
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex w-full max-w-2xl flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="text-muted">{t('progress', { step: STEPS.indexOf(step) + 1, steps: STEPS.length })}</p>
        <h2 className="text-3xl font-semibold">{t(`${step}.title`)}</h2>
        <p className="text-lg text-muted">{t(`${step}.text`)}</p>
      </div>
      {setup.error && <ErrorNotice error={setup.error} />}
      <Body draft={setup.draft} faults={setup.faults} change={setup.change} />
      <footer className="flex items-center justify-between gap-3 pt-2">
        {step === 'language' ? (
          <span />
        ) : (
          <Button size="large" icon={ArrowLeft} isDisabled={setup.isPending} onPress={setup.back}>
            {t('common:back')}
          </Button>
        )}
        <Button type="submit" look="primary" size="large" isPending={setup.isPending}>
          {isLast ? t(setup.isPending ? 'prices.checking' : 'prices.finish') : t('common:next')}
        </Button>
      </footer>
    </form>
  );
}

function Done({ shopName, onStart }: { shopName: string; onStart: () => void }) {
  const { t } = useTranslation('setup');
  return (
    <EmptyState
      icon={CircleCheckBig}
      title={t('done.title', { shop: shopName })}
      action={
        <Button look="primary" size="large" autoFocus onPress={onStart}>
          {t('done.start')}
        </Button>
      }
    >
      {t('done.text')}
    </EmptyState>
  );
}
