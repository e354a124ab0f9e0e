import axe from 'axe-core';
import { expect } from 'vitest';

const TOUCHABLE = 'button, input, select, textarea, a[href], [role=tab], [role=option], summary';
const LEAST_PX = 48;

/** WCAG 2.2 A and AA by axe, over the whole page. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(node => node.html) }))).toEqual([]);
}

/** Everything a finger may press is at least 48 px wide and high. */
export function expectTouchTargets(within: Element): void {
  const small = [...within.querySelectorAll<HTMLElement>(TOUCHABLE)]
    .filter(element => element.checkVisibility() && !element.closest('[aria-hidden=true]'))
    .map(element => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < LEAST_PX || box.height < LEAST_PX)
    .map(({ element, box }) => `${element.outerHTML.slice(0, 120)}: ${box.width} × ${box.height}`);
  expect(small).toEqual([]);
}
