import { type ReactNode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';
import '../../renderer/styles.css';
import { App } from '../../renderer/app.tsx';
import type { Bridge } from '../../renderer/bridge.ts';
import { BridgeProvider } from '../../renderer/bridge-context.ts';
import { createI18n } from '../../renderer/i18n/i18n.ts';
import { StoresProvider } from '../../renderer/stores.tsx';
import { Surroundings } from '../../renderer/surroundings.tsx';
import type { Language } from '../../shared/people.ts';
import { FakeTill } from './fake-till.ts';
import { aStatus } from './fixtures.ts';

export interface RenderOptions {
  bridge?: Bridge;
  language?: Language;
  theme?: 'light' | 'dark';
  /** 'page' for a screen that brings its own <main>. */
  as?: 'content' | 'page';
}

const mounted: { root: Root; container: HTMLElement }[] = [];

afterEach(() => {
  for (const { root, container } of mounted.splice(0)) {
    root.unmount();
    container.remove();
  }
  document.documentElement.removeAttribute('data-theme');
});

/** Puts something on the page with everything a screen finds around it in the till; taken away after the test. */
export function render(element: ReactNode, options: RenderOptions = {}): HTMLElement {
  const { bridge = new FakeTill(), language = 'en', theme = 'light', as = 'content' } = options;
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = language;
  return mount(
    as === 'page' ? 'div' : 'main',
    <BridgeProvider value={bridge}>
      <StoresProvider bridge={bridge}>
        <Surroundings i18n={createI18n(language)} language={language} shop={aStatus().shop}>
          <Suspense>{element}</Suspense>
        </Surroundings>
      </StoresProvider>
    </BridgeProvider>,
  );
}

/** The whole till, as main.tsx starts it. */
export function renderApp(bridge: Bridge): HTMLElement {
  return mount('div', <App bridge={bridge} i18n={createI18n('en')} />);
}

function mount(tag: 'main' | 'div', element: ReactNode): HTMLElement {
  const container = document.createElement(tag);
  container.id = 'root';
  document.body.append(container);
  const root = createRoot(container);
  mounted.push({ root, container });
  root.render(element);
  return container;
}
