import { createStore } from 'zustand/vanilla';
import type { Language } from '../../shared/people.ts';

interface ChosenLanguage {
  /** Where the settings cannot be read, whoever stands there says what they read; null: as the till says. */
  language: Language | null;
  choose: (language: Language) => void;
}

export const createChosenLanguage = () =>
  createStore<ChosenLanguage>()(set => ({ language: null, choose: language => set({ language }) }));
