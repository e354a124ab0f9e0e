import { type BackendModule, createInstance, type i18n, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/people.ts';
import { type English, loadArea, resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: English;
  }
}

/** A component that asks for an area not there yet waits for it in the nearest <Suspense>. */
const areas: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init() {
    // Nothing to prepare: the texts are part of the bundle.
  },
  read(language: string, area: string, done: ReadCallback) {
    const load = loadArea[language === 'ru' ? 'ru' : 'en'];
    if (!(area in load)) return done(`There is no area "${area}".`, null);
    load[area as keyof typeof load]().then(
      texts => done(null, texts),
      (error: Error) => done(error, null),
    );
  },
};

export function createI18n(language: Language): i18n {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    supportedLngs: Object.keys(resources),
    ns: Object.keys(resources.en),
    defaultNS: 'common',
    resources,
    partialBundledLanguages: true,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  void instance.use(areas).use(initReactI18next).init();
  return instance;
}

/** The browser's language where the till speaks it: until the till has said which one it is set to. */
export function firstLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}
