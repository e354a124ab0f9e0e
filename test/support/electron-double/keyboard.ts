import type { CdpSession } from './cdp.ts';

/** `KeyboardInputEvent`, with the names of DOM keys. */
export interface KeyEvent {
  type: 'keyDown' | 'keyUp';
  keyCode: string;
  modifiers?: readonly string[];
}

/** What `before-input-event` tells of it. */
export function keyOf({ type, keyCode, modifiers = [] }: KeyEvent) {
  return {
    type,
    key: keyCode,
    code: /^[a-z]$/i.test(keyCode) ? `Key${keyCode.toUpperCase()}` : keyCode,
    isAutoRepeat: false,
    isComposing: false,
    shift: modifiers.includes('shift'),
    control: modifiers.includes('control'),
    alt: modifiers.includes('alt'),
    meta: modifiers.includes('meta'),
    location: 0,
    modifiers: [...modifiers],
  };
}

type Key = ReturnType<typeof keyOf>;

export async function press(page: CdpSession, type: KeyEvent['type'], key: Key): Promise<void> {
  const { alt, control, meta, shift } = key;
  const modifiers = Number(alt) + 2 * Number(control) + 4 * Number(meta) + 8 * Number(shift);
  const text = type === 'keyDown' && key.key.length === 1 && !control && !alt && !meta ? key.key : undefined;
  await page.send('Input.dispatchKeyEvent', {
    type,
    modifiers,
    key: key.key,
    code: key.code,
    ...(text === undefined ? {} : { text }),
  });
}
