import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { Script } from 'node:vm';
import { bridgeEnd } from './page/bridge.ts';
import { decode, encode } from './page/codec.ts';
import { type PreloadConfig, runPreload } from './page/preload-world.ts';

/** The isolated world's name, as Electron calls its own. */
export const PRELOAD_WORLD = 'Electron Isolated Context';
export const BINDING = '__tellMain';
export const DELIVER = '__hearMain';

/** What a page runs before its own scripts: the page's end of the bridge in its own world, the preload script in the other. */
export interface PageScripts {
  page: string;
  preload: string;
}

/**
 * For a window with this preload script, in its outermost frame or in every one. The functions travel as their own source
 * text, which Node has stripped of types.
 */
export function pageScripts(path: string | undefined, everyFrame: boolean): PageScripts {
  const secret = crypto.randomUUID();
  const here = everyFrame ? '' : 'if (window === window.top)';
  const page = `${here} { (${bridgeEnd})(${JSON.stringify(secret)}, 'page'); }`;
  if (path === undefined) return { page, preload: '' };
  const { script, ...read } = readPreload(path);
  const config: PreloadConfig = { binding: BINDING, deliver: DELIVER, path, ...read };
  return {
    page,
    preload: `${here} { const encode = ${encode}; const decode = ${decode};
      const script = ${script};
      const bridge = (${bridgeEnd})(${JSON.stringify(secret)}, 'preload');
      (${runPreload})(${JSON.stringify(config)}, script, bridge, encode, decode); }`,
  };
}

const NOTHING = 'function () {}';

/** A script that is no CommonJS is found out here, because in a page it would take the rest of the text with it. */
function readPreload(path: string): { script: string; unreadable?: string } {
  try {
    if (!isAbsolute(path)) throw new Error('preload script must have absolute path');
    const script = `(function (require, process, exports, module) { ${readFileSync(path, 'utf8')}\n})`;
    new Script(script, { filename: path });
    return { script };
  } catch (error) {
    return { script: NOTHING, unreadable: String(error) };
  }
}
