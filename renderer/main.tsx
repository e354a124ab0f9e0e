import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bridgeToHost } from './bridge.ts';
import { createI18n, firstLanguage } from './i18n/i18n.ts';
import { loadShell } from './shell/load-shell.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root.');

createRoot(place).render(
  <StrictMode>
    <App bridge={bridgeToHost()} i18n={createI18n(firstLanguage())} />
  </StrictMode>,
);

// What comes after the lock is read while the till is still being asked who is signed in.
void loadShell();
