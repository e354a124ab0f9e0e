import type { Profile } from '../../options.ts';

/** A key as Electron tells of it before the page hears it. */
export interface Key {
  key: string;
  code: string;
  control: boolean;
  alt: boolean;
  meta: boolean;
  shift: boolean;
}

/** With Control or Command, by its letter where the key has one and by its place elsewhere: what a person edits a text with. */
const EDITING_LETTERS = new Set(['a', 'c', 'v', 'x', 'y', 'z']);
/** Of these with Shift, too: paste as plain text, and do again. */
const SHIFTED_LETTERS = new Set(['v', 'z']);
/** With Command: what a Mac closes, hides and makes small with. */
const WINDOW_LETTERS = new Set(['q', 'w', 'h', 'm']);
const EDITING_KEYS = new Set([
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
  ...['Backspace', 'Delete', 'Insert', 'Enter', 'Control', 'Meta', 'Alt', 'AltGraph', 'Shift'],
]);

/** Keys of browsers and keyboards with more than a till needs: they go nowhere in it. */
const ELSEWHERE =
  /^(F\d+|Browser\w+|Launch\w+|ContextMenu|PrintScreen|Help|Open|Print|Save|New|Close|Zoom\w+)$/;

/**
 * Whether the page, and after it the system's own handling, may have this key. What a till is worked with goes through: text,
 * moving about, editing. In a window the system's own keys for windows do, too.
 */
export function mayPass(given: Key, profile: Profile): boolean {
  const { key, control, alt, meta } = given;
  if (profile === 'window' && isOfWindows(given)) return true;
  if (ELSEWHERE.test(key)) return false;
  // Right Alt is Control and Alt on Windows, and types characters.
  if (control && alt) return key.length === 1 || EDITING_KEYS.has(key);
  if (control || meta) return isEditing(given);
  return !alt || (key.length === 1 && key !== ' ') || ['Alt', 'AltGraph', 'Shift'].includes(key);
}

function isEditing(given: Key): boolean {
  if (given.key.length > 1) return EDITING_KEYS.has(given.key);
  return (given.shift ? SHIFTED_LETTERS : EDITING_LETTERS).has(letterOf(given));
}

/** Closing, hiding and changing windows. */
function isOfWindows(given: Key): boolean {
  const { key, control, alt, meta } = given;
  if (alt && !control) return ['F4', 'Tab', ' ', 'Escape'].includes(key);
  return meta && !control && (key === 'Tab' || WINDOW_LETTERS.has(letterOf(given)));
}

function letterOf({ key, code }: Key): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}
