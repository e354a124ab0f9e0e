import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { thirdPartyNotices } from './packaging/notices.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Compiled for each system and found through node_modules; everything else is bundled, because one file starts sooner than hundreds. */
const NATIVE = ['better-sqlite3', 'keytar'];

/** What a person needs once they have unlocked the till: one file, not forty. */
const SELLING = 'selling';

/** Has the browser fetch and compile a chunk while the first one runs, without waiting for it. */
function fetchedAlongside(chunk: string): Plugin {
  return {
    name: 'fetched-alongside',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {})
          .filter(file => file.type === 'chunk' && file.name === chunk)
          .map(file => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file.fileName}` },
            injectTo: 'head',
          })),
    },
  };
}

export default defineConfig({
  main: {
    plugins: [thirdPartyNotices(at('out/notices/third-party-program.txt'))],
    build: {
      outDir: at('out/main'),
      target: 'node24',
      externalizeDeps: false,
      // Less to parse at every start. Names stay, so that an error in the log still says where it came from.
      minify: 'oxc',
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          serve: at('electron/serve.ts'),
          demo: at('electron/demo.ts'),
          'backup-worker': at('electron/backup/worker.ts'),
        },
        external: NATIVE,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          minify: { mangle: false, compress: true, codegen: true },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        /** A sandboxed window loads CommonJS only, and can require nothing but Electron's own part. */
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [
      react(),
      tailwindcss(),
      fetchedAlongside(SELLING),
      thirdPartyNotices(at('out/notices/third-party-screens.txt')),
    ],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome120',
      minify: true,
      /** A picture as a data: address would be the one thing the page does not load from its own files. */
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: at('renderer/index.html'),
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 2 },
              {
                name: SELLING,
                test: /renderer[\\/](shell[\\/]|till[\\/]|receipt[\\/]|i18n[\\/]\w+[\\/]till\.ts)/,
                priority: 1,
              },
            ],
          },
        },
      },
    },
  },
});
