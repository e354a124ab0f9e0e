import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchArguments, quickChromiumPath } from './test/support/chromium.ts';
import { areNamed } from './test/support/named-hosts.ts';

const RENDERER_PACKAGES = [
  '@tanstack/react-virtual',
  'axe-core',
  'big.js',
  'i18next',
  'lucide-react',
  'react',
  'react-aria-components',
  'react-dom',
  'react-dom/client',
  'react-i18next',
  'react/jsx-dev-runtime',
  'uqr',
  'zustand',
  'zustand/react/shallow',
  'zustand/vanilla',
];

// Components are tested as they ship: React's own checks for developers cost a third of the time.
process.env.NODE_ENV = 'production';
// Hundreds of processes are started that load the same code.
process.env.NODE_COMPILE_CACHE = join(import.meta.dirname, 'node_modules/.cache/keytill/compiled');

/** Four kinds of proof: simulated days, Node code on real SQLite and real HTTP, components in a real browser, whole sales end to end. */
export default defineConfig({
  test: {
    // Much of a test is waiting, for a disk, a socket or a frame: a core left to Vitest itself would stand idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'alone',
          include: ['test/simulation/**/*.test.ts', 'test/faults/kills/**/*.test.ts'],
          environment: 'node',
          // Each uses all cores by itself, or has a keychain that has to answer in time.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/simulation/**', 'test/faults/kills/**'],
          environment: 'node',
          testTimeout: 20_000,
          // The modules of the till are loaded once a worker, which is half of what a small file costs.
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // The whole Chromium of a run about the hosts fills the cores alone.
          fileParallelism: !areNamed(),
          sequence: { groupOrder: 3 },
        },
      },
      {
        plugins: [react(), tailwindcss()],
        // Named, because a package that is found while tests run makes the page load anew under them.
        optimizeDeps: { include: RENDERER_PACKAGES },
        test: {
          name: 'browser',
          include: ['test/**/*.test.tsx'],
          testTimeout: 20_000,
          sequence: { groupOrder: 2 },
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: quickChromiumPath(), args: launchArguments() },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1024, height: 768 } }],
          },
        },
      },
    ],
  },
});
