import { expect, test } from 'vitest';
import { type Display, kioskDisplay, movedWindow } from '../../../electron/hosts/desktop/placement.ts';

function display(id: number, x: number, width: number, height: number): Display {
  const bounds = { x, y: 0, width, height };
  return { id, bounds, workArea: { ...bounds, y: 40, height: height - 40 } };
}

const counter = display(1, 0, 1024, 768);
const customer = display(2, 1024, 1920, 1080);

test('a kiosk stays on its display when another comes, and takes the first one when its own is gone', () => {
  expect(kioskDisplay([counter, customer], counter, 2)).toBe(customer);
  expect(kioskDisplay([counter], counter, 2)).toBe(counter);
  expect(kioskDisplay([counter, customer], customer)).toBe(customer);
});

test('a kiosk follows its display when that has another size', () => {
  const turned = display(1, 0, 768, 1024);
  expect(kioskDisplay([turned, customer], turned, 1).bounds).toEqual(turned.bounds);
});

test('a window that can be seen is left where it is', () => {
  const window = { x: 1100, y: 100, width: 1280, height: 800 };
  expect(movedWindow(window, [counter, customer], counter)).toBeUndefined();
});

test('a window whose display is gone comes to the middle of the first one, no larger than that', () => {
  const window = { x: 1100, y: 100, width: 1280, height: 800 };
  expect(movedWindow(window, [counter], counter)).toEqual({ x: 0, y: 40, width: 1024, height: 728 });
  const small = { x: 1100, y: 100, width: 800, height: 600 };
  expect(movedWindow(small, [counter], counter)).toEqual({ x: 112, y: 104, width: 800, height: 600 });
});

test('a window that shows only an edge, or whose upper edge is out of reach, is brought back', () => {
  expect(movedWindow({ x: 1000, y: 100, width: 1280, height: 800 }, [counter], counter)).toBeDefined();
  expect(movedWindow({ x: 100, y: -200, width: 800, height: 600 }, [counter], counter)).toBeDefined();
});
