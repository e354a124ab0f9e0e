// First of all, so that it runs before what the other files bring.
import './first-calls.ts';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { fetchAhead } from './fetched.tsx';
import { bridge } from './first-calls.ts';
import { createI18n, firstLanguage } from './i18n/i18n.ts';
import { TILL_SHELL } from './shell/till-shell.tsx';
import { shutWaysOut } from './ways-out.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root.');

shutWaysOut(window);
const i18n = createI18n(firstLanguage());
createRoot(place).render(
  <StrictMode>
    <App bridge={bridge} i18n={i18n} />
  </StrictMode>,
);

// What comes after the lock is read while the till is still being asked who is signed in.
fetchAhead(TILL_SHELL);
void i18n.loadNamespaces('till');
