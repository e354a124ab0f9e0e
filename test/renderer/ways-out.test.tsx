import { afterEach, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { shutWaysOut } from '../../renderer/ways-out.ts';

beforeAll(() => shutWaysOut(window));

const prevented: string[] = [];
/** What is left to the browser when the page and its guard have had their say. */
function watch(...kinds: string[]): void {
  prevented.length = 0;
  for (const kind of kinds)
    window.addEventListener(kind, event => void (event.defaultPrevented && prevented.push(kind)), {
      once: true,
    });
}
afterEach(() => document.body.replaceChildren());

function put(html: string): HTMLElement {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.lastElementChild as HTMLElement;
}

test.each([
  ['to another address', '<a href="https://elsewhere.invalid/">go</a>', {}],
  ['to a program', '<a href="mailto:a@b.invalid">go</a>', {}],
  ['to a new window', '<a href="/" target="_blank">go</a>', {}],
  ['with Ctrl', '<a href="#there">go</a>', { ctrlKey: true }],
  ['with Shift', '<a href="#there">go</a>', { shiftKey: true }],
  ['with the middle button', '<a href="#there">go</a>', { button: 1 }],
])('a link %s leads nowhere', (_how, html, init) => {
  watch('click');
  put(html).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
  expect(prevented).toEqual(['click']);
});

test('a link inside the page works, and so does one to what the page has made', () => {
  const made = URL.createObjectURL(new Blob(['a']));
  for (const html of ['<a href="#there">go</a>', `<a href="${made}" download="a.csv">save</a>`]) {
    watch('click');
    // The browser itself is not to follow it here.
    window.addEventListener('click', event => event.preventDefault(), { once: true });
    put(html).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(prevented).toEqual([]);
  }
});

test('there is no menu, no dragging of things, and no other size by the wheel', () => {
  const picture = put('<p draggable="true">picture</p>');
  for (const [kind, event] of [
    ['contextmenu', new MouseEvent('contextmenu', { bubbles: true, cancelable: true })],
    ['dragstart', new DragEvent('dragstart', { bubbles: true, cancelable: true })],
    ['drop', new DragEvent('drop', { bubbles: true, cancelable: true })],
    ['wheel', new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true })],
  ] as const) {
    watch(kind);
    picture.dispatchEvent(event);
    expect(prevented).toEqual([kind]);
  }
  watch('wheel');
  picture.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true }));
  expect(prevented).toEqual([]);
});

test('words can be moved about in a field', () => {
  const field = put('<input value="word">');
  watch('dragstart');
  field.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true }));
  expect(prevented).toEqual([]);
});

test('no file is asked for, by a finger or by a script', async () => {
  put('<input type="file" aria-label="a file">');
  watch('click');
  await userEvent.click(page.getByLabelText('a file'));
  expect(prevented).toEqual(['click']);
  expect(Object.assign(document.createElement('input'), { type: 'file' }).click()).toBeUndefined();
  expect(await Promise.resolve(window.print())).toBeNull();
});
