/** A change that somebody could make to the desktop host in good faith, as text of the built programs. */
export interface Mistake {
  name: string;
  file: 'main/main.js' | 'preload/preload.cjs';
  /** Must be there exactly once: a mistake that finds no place would prove nothing. */
  from: string;
  to: string;
  /** What the boot says of it. */
  seen: RegExp;
}

const main = { file: 'main/main.js' } as const;

export const MISTAKES: readonly Mistake[] = [
  {
    ...main,
    name: 'the preload script is looked for where it is not',
    from: '../preload/preload.cjs',
    to: '../preload/preload.js',
    seen: /^bridge: /,
  },
  {
    file: 'preload/preload.cjs',
    name: 'the preload script is a module',
    from: 'let electron = require("electron");',
    to: 'import * as electron from "electron";',
    seen: /^bridge: /,
  },
  {
    file: 'preload/preload.cjs',
    name: 'the preload script is two files',
    from: 'let electron = require("electron");',
    to: 'let electron = require("electron"); require("./channels.cjs");',
    seen: /^bridge: /,
  },
  {
    ...main,
    name: 'nobody answers the page',
    from: 'joinWindow(till,window,log),guardInput',
    to: 'guardInput',
    seen: /^answers: .*No handler registered/,
  },
  {
    ...main,
    name: 'the channel of calls has another name on one side',
    from: 'CALL_CHANNEL=`keytill:call`',
    to: 'CALL_CHANNEL=`keytill:calls`',
    seen: /^answers: .*No handler registered/,
  },
  {
    ...main,
    name: 'only frames inside the page are answered',
    from: 'isMainFrame:senderFrame.parent===null',
    to: 'isMainFrame:senderFrame.parent!==null',
    seen: /^answers: .*Refused/,
  },
  {
    ...main,
    name: 'the scheme is registered late',
    from: 'registerScheme(),refuseGestures',
    to: 'app.whenReady().then(registerScheme),refuseGestures',
    seen: /^bridge: |^origin: |before app is ready/,
  },
  {
    ...main,
    name: 'the scheme is not standard',
    from: 'standard:!0',
    to: 'standard:!1',
    seen: /^origin: the page is a stranger/,
  },
  {
    ...main,
    name: 'the scheme is not secure',
    from: 'secure:!0',
    to: 'secure:!1',
    seen: /^origin: the page is no secure context/,
  },
  {
    ...main,
    name: 'the page is looked for outside the program',
    from: '`../renderer`',
    to: '`../../renderer`',
    seen: /The screens are not built/,
  },
  {
    ...main,
    name: 'the page is answered without its policy',
    from: 'headers:{...SECURITY_HEADERS,"content-type"',
    to: 'headers:{"content-type"',
    seen: /^policy: /,
  },
  {
    ...main,
    name: 'navigation and windows are not shut',
    from: ',lockDown(app),',
    to: ',',
    seen: /^noWayOut: /,
  },
  {
    ...main,
    name: 'permissions are granted',
    from: 'answer(!1)),session.setPermissionCheckHandler(()=>!1)',
    to: 'answer(!0)),session.setPermissionCheckHandler(()=>!0)',
    seen: /^permissions: /,
  },
  {
    ...main,
    name: 'the window has no sandbox',
    from: 'preload,sandbox:!0',
    to: 'preload,sandbox:!1',
    seen: /webPreferences\.sandbox/,
  },
  {
    ...main,
    name: 'the program waits for Electron at its top level',
    from: 'var parsed=parseOptions(',
    to: 'await app.whenReady();var parsed=parseOptions(',
    seen: /the till ended/,
  },
  {
    ...main,
    name: 'a name that Electron does not have',
    from: 'Menu.setApplicationMenu(',
    to: 'Menu.removeApplicationMenu(',
    seen: /Electron [\d.]+ has no Menu\.removeApplicationMenu/,
  },
];
