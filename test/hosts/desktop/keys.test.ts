import { expect, test } from 'vitest';
import { type Key, mayPass } from '../../../electron/hosts/desktop/keys.ts';

/** "Control+Shift+KeyI=I": a place on the keyboard, and what it types where that is not the same. */
function keyOf(text: string): Key {
  const [chord = '', typed] = text.split('=');
  const words = chord.split('+');
  const code = words.at(-1) ?? '';
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const has = (name: string) => words.slice(0, -1).includes(name);
  return {
    key: typed ?? letter ?? (code === 'Space' ? ' ' : (/^Digit(\d)$/.exec(code)?.[1] ?? code)),
    code,
    control: has('Control'),
    alt: has('Alt'),
    meta: has('Meta'),
    shift: has('Shift'),
  };
}

const BROWSER = [
  ...[
    'Control+KeyR',
    'Control+Shift+KeyR=R',
    'F5',
    'Control+F5',
    'BrowserRefresh',
    'Control+KeyW',
    'Control+KeyT',
  ],
  ...[
    'Control+KeyN',
    'Control+Shift+KeyN=N',
    'Control+Shift+KeyT=T',
    'Control+KeyO',
    'Control+KeyP',
    'Control+KeyS',
  ],
  ...[
    'Control+KeyU',
    'Control+KeyJ',
    'Control+KeyH',
    'Control+KeyD',
    'Control+KeyL',
    'Control+KeyF',
    'Control+KeyG',
  ],
  ...['F12', 'Control+Shift+KeyI=I', 'Control+Shift+KeyJ=J', 'Control+Shift+KeyM=M', 'Control+Shift+KeyC=C'],
  ...[
    'Control+Equal==',
    'Control+Minus=-',
    'Control+Digit0=0',
    'Control+NumpadAdd=+',
    'Control+NumpadSubtract=-',
  ],
  ...[
    'F1',
    'F3',
    'F6',
    'F7',
    'F10',
    'F11',
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    'Alt+Home',
    'BrowserBack',
    'BrowserHome',
  ],
  ...[
    'Control+Tab',
    'Control+Shift+Tab',
    'Control+PageUp',
    'Control+PageDown',
    'ContextMenu',
    'Shift+F10',
    'PrintScreen',
  ],
  ...['LaunchMail', 'LaunchApplication1', 'Meta+KeyR', 'Meta+KeyI', 'Meta+Comma=,', 'Control+Digit1=1'],
];

test.each(BROWSER)('%s of a browser never reaches the page', text => {
  expect(mayPass(keyOf(text), 'kiosk')).toBe(false);
  expect(mayPass(keyOf(text), 'window')).toBe(false);
});

test('they are known by their place where the layout has other letters', () => {
  expect(mayPass(keyOf('Control+KeyR=к'), 'kiosk')).toBe(false);
  expect(mayPass(keyOf('Control+KeyC=с'), 'kiosk')).toBe(true);
  // On a French keyboard the letter counts: its A stands where Q is elsewhere.
  expect(mayPass(keyOf('Control+KeyQ=a'), 'kiosk')).toBe(true);
});

const TILL = [
  ...[
    'KeyA',
    'Shift+KeyA=A',
    'KeyF=а',
    'Digit5',
    'Space',
    'Enter',
    'Tab',
    'Shift+Tab',
    'Escape',
    'Backspace',
    'Delete',
  ],
  ...[
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Control',
    'Shift',
    'Alt',
    'Meta',
    'CapsLock',
  ],
  ...['Control+KeyA', 'Control+KeyC', 'Control+KeyV', 'Control+KeyX', 'Control+KeyZ', 'Control+Shift+KeyZ=Z'],
  ...[
    'Control+ArrowLeft',
    'Control+Backspace',
    'Control+Home',
    'Meta+KeyV',
    'Control+Alt+KeyE=€',
    'Alt+KeyO=ø',
  ],
];

test.each(TILL)('%s works the till', text => {
  expect(mayPass(keyOf(text), 'kiosk')).toBe(true);
});

const WINDOWS = ['Alt+F4', 'Alt+Tab', 'Alt+Space', 'Meta+KeyQ', 'Meta+KeyW', 'Meta+KeyM', 'Meta+KeyH'];
const WINDOWS_OTHERWISE = ['Meta+KeyQ=й', 'Meta+KeyW=W', 'Meta+KeyA=q'];

test("the system's keys for windows are a window's, and no kiosk's", () => {
  expect(mayPass(keyOf('Meta+KeyQ=a'), 'kiosk')).toBe(true);
  for (const text of [...WINDOWS, ...WINDOWS_OTHERWISE]) {
    expect([text, mayPass(keyOf(text), 'window')]).toEqual([text, true]);
    expect([text, mayPass(keyOf(text), 'kiosk')]).toEqual([text, false]);
  }
});
