import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/people.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { Surroundings } from '../surroundings.tsx';
import { SetupSteps } from './setup-steps.tsx';

/** The till's first minutes. It speaks the language chosen in its first step before anything is stored. */
export function SetupScreen({ onDone }: { onDone: () => void }) {
  const { i18n } = useTranslation();
  const { language: spoken } = useFormat();
  const [language, setLanguage] = useState<Language>(spoken);
  function speak(chosen: Language) {
    setLanguage(chosen);
    document.documentElement.lang = chosen;
    void i18n.changeLanguage(chosen);
  }
  return (
    <Surroundings i18n={i18n} language={language} shop={null}>
      <SetupSteps language={language} onLanguage={speak} onDone={onDone} />
    </Surroundings>
  );
}
