/** One try to get out of the till, as what a person does at its keyboard and mouse: arguments of xdotool, in order. */
export interface Attempt {
  name: string;
  does: readonly (readonly string[])[];
}

/** Where the page shows a link of its own for these tries, and where it shows nothing. */
export const LINK = { x: 200, y: 40 };
const BARE = { x: 700, y: 720 };

const key = (...chords: string[]): Attempt => ({
  name: chords.join(', '),
  does: chords.map(chord => ['key', '--clearmodifiers', chord]),
});
const at = ({ x, y }: { x: number; y: number }): readonly string[] => ['mousemove', String(x), String(y)];
const mouse = (name: string, ...does: (readonly string[])[]): Attempt => ({ name, does });
const held = (modifier: string, ...does: (readonly string[])[]): (readonly string[])[] => [
  ['keydown', modifier],
  ...does,
  ['keyup', modifier],
];

const WINDOWS_AND_TABS = [
  ...[
    'ctrl+n',
    'ctrl+shift+n',
    'ctrl+t',
    'ctrl+shift+t',
    'ctrl+w',
    'ctrl+shift+w',
    'ctrl+F4',
    'alt+F4',
    'ctrl+shift+q',
  ],
  ...[
    'ctrl+Tab',
    'ctrl+shift+Tab',
    'ctrl+Next',
    'ctrl+Prior',
    'ctrl+1',
    'ctrl+9',
    'alt+1',
    'ctrl+shift+a',
    'ctrl+m',
  ],
];
const ADDRESSES = [
  ...[
    'ctrl+l',
    'alt+d',
    'F6',
    'shift+F6',
    'ctrl+k',
    'ctrl+e',
    'ctrl+o',
    'alt+Home',
    'alt+Left',
    'alt+Right',
    'BackSpace',
  ],
  ...[
    'XF86Back',
    'XF86Forward',
    'XF86HomePage',
    'XF86Search',
    'XF86Favorites',
    'XF86Explorer',
    'XF86OpenURL',
  ],
];
const TOOLS = [
  ...[
    'F12',
    'ctrl+shift+i',
    'ctrl+shift+j',
    'ctrl+shift+c',
    'ctrl+shift+k',
    'ctrl+u',
    'shift+Escape',
    'ctrl+shift+Delete',
  ],
  ...[
    'ctrl+h',
    'ctrl+j',
    'ctrl+d',
    'ctrl+shift+d',
    'ctrl+shift+o',
    'ctrl+shift+b',
    'ctrl+shift+m',
    'ctrl+s',
    'ctrl+p',
  ],
  ...[
    'ctrl+shift+p',
    'ctrl+f',
    'ctrl+g',
    'F3',
    'shift+F3',
    'ctrl+shift+g',
    'F1',
    'F7',
    'alt+f',
    'alt+e',
    'alt+space',
    'F10',
    'alt+shift+a',
    'alt+shift+t',
  ],
];
const PAGE = [
  ...[
    'F5',
    'ctrl+F5',
    'ctrl+r',
    'ctrl+shift+r',
    'shift+F5',
    'XF86Reload',
    'ctrl+XF86Reload',
    'Escape',
    'F11',
    'ctrl+plus',
    'ctrl+minus',
  ],
  ...['ctrl+equal', 'ctrl+0', 'ctrl+KP_Add', 'ctrl+KP_Subtract', 'Menu', 'shift+F10'],
];
const SYSTEM = [
  ...[
    'alt+Tab',
    'alt+shift+Tab',
    'alt+F1',
    'alt+F2',
    'alt+F10',
    'ctrl+alt+t',
    'ctrl+alt+Delete',
    'ctrl+alt+BackSpace',
  ],
  ...[
    'super',
    'super+d',
    'super+e',
    'super+r',
    'super+l',
    'super+Left',
    'ctrl+Escape',
    'ctrl+alt+Left',
    'XF86Mail',
  ],
];

const MOUSE: readonly Attempt[] = [
  mouse('right click', at(BARE), ['click', '3']),
  mouse('right click on a link', at(LINK), ['click', '3']),
  mouse('middle click on a link', at(LINK), ['click', '2']),
  mouse('Ctrl and a click on a link', at(LINK), ...held('ctrl', ['click', '1'])),
  mouse('Shift and a click on a link', at(LINK), ...held('shift', ['click', '1'])),
  mouse('Alt and a click on a link', at(LINK), ...held('alt', ['click', '1'])),
  mouse(
    'Alt and a drag of the window',
    at(BARE),
    ...held('alt', ['mousedown', '1'], at(LINK), ['mouseup', '1']),
  ),
  mouse('back and forward buttons', at(BARE), ['click', '8'], ['click', '9']),
  mouse('Ctrl and the wheel', at(BARE), ...held('ctrl', ['click', '4'], ['click', '4'], ['click', '5'])),
  mouse('Shift and the wheel', at(BARE), ...held('shift', ['click', '4'], ['click', '5'])),
  mouse('sideways wheel', at(BARE), ['click', '6'], ['click', '6'], ['click', '7']),
  mouse('long press', at(BARE), ['mousedown', '1'], ['sleep', '1'], ['mouseup', '1']),
  mouse(
    'a link dragged to the upper edge',
    at(LINK),
    ['mousedown', '1'],
    at({ x: 500, y: 300 }),
    at({ x: 500, y: 0 }),
    ['mouseup', '1'],
  ),
  mouse('middle click on nothing', at(BARE), ['click', '2'], ['click', '2']),
  mouse(
    'pointer into every corner',
    at({ x: 0, y: 0 }),
    at({ x: 1023, y: 0 }),
    at({ x: 0, y: 767 }),
    at({ x: 1023, y: 767 }),
  ),
  mouse('double click on the upper edge', at({ x: 500, y: 0 }), ['click', '--repeat', '2', '1']),
];

/** With the address that the page's link leads to. */
export interface LinkAttempt {
  name: string;
  href: string;
  attributes?: Readonly<Record<string, string>>;
}

export const LINKS: readonly LinkAttempt[] = [
  { name: 'a link to another address', href: 'http://127.0.0.1:9/' },
  { name: 'a link to a new window', href: '/', attributes: { target: '_blank' } },
  { name: 'mailto:', href: 'mailto:a@b.example' },
  { name: 'tel:', href: 'tel:+77000000000' },
  { name: 'ms-settings:', href: 'ms-settings:network' },
  { name: 'file:', href: 'file:///etc/passwd' },
  { name: 'chrome://settings', href: 'chrome://settings' },
  { name: 'view-source:', href: 'view-source:http://127.0.0.1/' },
  { name: 'javascript:', href: 'javascript:document.body.remove()' },
  { name: 'a download', href: 'data:text/plain,a', attributes: { download: 'a.sh' } },
];

const CHORDS = [...WINDOWS_AND_TABS, ...ADDRESSES, ...TOOLS, ...PAGE, ...SYSTEM];

export const ATTEMPTS: readonly Attempt[] = [...CHORDS.map(chord => key(chord)), ...MOUSE];

/** What xdotool is told to press, by what stands on that key of a US keyboard. */
type Keys = Readonly<Record<string, string>>;

/** A layout of the keyboard as `setxkbmap` names it. */
export interface Layout {
  name: string;
  keys: Keys;
  /** What the key of `keys.z` types where the layout is in force. */
  types: string;
}

function row(names: string, first: number): Keys {
  return Object.fromEntries([...names].map((name, at) => [name, String(first + at)]));
}

const MODIFIERS: Keys = { ctrl: '37', shift: '50', alt: '64', super: '133' };

/** X's keycodes, one for each place on a keyboard whatever stands on it: xdotool would add a letter that no key has. */
const PLACES: Keys = {
  ...MODIFIERS,
  ...row('1234567890', 10),
  ...{ minus: '20', equal: '21' },
  ...row('qwertyuiop', 24),
  ...row('asdfghjkl', 38),
  ...row('zxcvbnm', 52),
};

const AZERTY: Keys = { ...PLACES, a: '24', q: '38', z: '25', w: '52', m: '47' };

const RUSSIAN = {
  ...{ q: 'shorti', w: 'tse', e: 'u', r: 'ka', t: 'ie', y: 'en', u: 'ghe', i: 'sha', o: 'shcha', p: 'ze' },
  ...{ a: 'ef', s: 'yeru', d: 've', f: 'a', g: 'pe', h: 'er', j: 'o', k: 'el', l: 'de' },
  ...{ z: 'ya', x: 'che', c: 'es', v: 'em', b: 'i', n: 'te', m: 'softsign' },
};

/** By name: xdotool presses a keycode in the first group, and a name in the group that has it. */
const SECOND_GROUP: Keys = {
  ...MODIFIERS,
  ...Object.fromEntries(Object.entries(RUSSIAN).map(([place, name]) => [place, `Cyrillic_${name}`])),
};

export const US: Layout = { name: 'us', keys: PLACES, types: 'z' };
export const LAYOUTS: readonly Layout[] = [
  { name: 'ru', keys: PLACES, types: 'я' },
  { name: 'kz', keys: PLACES, types: 'я' },
  { name: 'us,ru', keys: SECOND_GROUP, types: 'я' },
  { name: 'fr', keys: AZERTY, types: 'z' },
  { name: 'fr,ru', keys: SECOND_GROUP, types: 'я' },
];

/** The chords with a key that layouts differ in. */
export function attemptsOn({ name, keys }: Layout): Attempt[] {
  const isMoved = (chord: string) => !(chord in MODIFIERS) && chord.split('+').every(part => part in keys);
  return CHORDS.filter(isMoved).map(chord => ({
    name: `${chord} on the layout ${name}`,
    does: [['key', chord.replace(/\w+/g, part => keys[part] ?? '')]],
  }));
}

/** What a page could ask for in the cashier's name. Each is run in the page after a real click, which browsers ask for. */
export const REQUESTS: readonly { name: string; code: string }[] = [
  { name: 'window.open', code: "window.open('/', '_blank', 'popup')" },
  { name: 'print dialog', code: 'window.print()' },
  { name: 'alert, confirm and prompt', code: "alert('a'); confirm('b'); prompt('c')" },
  {
    name: 'choosing a file',
    code: "Object.assign(document.createElement('input'), { type: 'file' }).click()",
  },
  { name: 'file picker', code: 'showOpenFilePicker().catch(() => {})' },
  { name: 'directory picker', code: 'showDirectoryPicker().catch(() => {})' },
  {
    name: 'camera and microphone',
    code: 'navigator.mediaDevices.getUserMedia({ video: true, audio: true }).catch(() => {})',
  },
  { name: 'screen capture', code: 'navigator.mediaDevices.getDisplayMedia().catch(() => {})' },
  { name: 'place', code: 'navigator.geolocation.getCurrentPosition(() => {}, () => {})' },
  { name: 'notifications', code: 'Notification.requestPermission().catch(() => {})' },
  { name: 'clipboard', code: 'navigator.clipboard.readText().catch(() => {})' },
  { name: 'USB', code: 'navigator.usb.requestDevice({ filters: [] }).catch(() => {})' },
  { name: 'serial port', code: 'navigator.serial.requestPort().catch(() => {})' },
  { name: 'HID', code: 'navigator.hid.requestDevice({ filters: [] }).catch(() => {})' },
  {
    name: 'Bluetooth',
    code: 'navigator.bluetooth?.requestDevice({ acceptAllDevices: true }).catch(() => {})',
  },
  { name: 'MIDI', code: 'navigator.requestMIDIAccess().catch(() => {})' },
  { name: 'history back', code: 'history.back(); history.go(-2)' },
  { name: 'closing the window', code: 'window.close()' },
  { name: 'moving and resizing the window', code: 'moveTo(100, 100); resizeTo(300, 300)' },
];
