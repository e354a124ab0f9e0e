import axe from 'axe-core';
import { expect } from 'vitest';

const TOUCHABLE = 'button, input, select, textarea, a[href], [role=tab], [role=option], summary';
const LEAST_PX = 48;

/** Past messages to screen readers, which may name controls that are gone by now. */
const ALREADY_READ_OUT = '[data-live-announcer]';

/** WCAG 2.2 A and AA, and good practice, by axe, over the whole page. */
export async function expectAccessible(): Promise<void> {
  await stillness();
  const page = { include: document.body, exclude: ALREADY_READ_OUT };
  const { violations } = await axe.run(page, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(node => node.html) }))).toEqual([]);
}

/** What is just fading in has not its colours yet; what never ends need not be waited for. */
async function stillness(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(animation => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(animation => animation.finished));
}

/** Everything a finger may press is at least 48 px wide and high; what is one pixel is for screen readers alone. */
export function expectTouchTargets(within: Element): void {
  const small = [...within.querySelectorAll<HTMLElement>(TOUCHABLE)]
    .filter(element => element.checkVisibility() && !element.closest('[aria-hidden=true]'))
    .map(element => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 || box.height > 1)
    .filter(({ box }) => box.width < LEAST_PX || box.height < LEAST_PX)
    .map(({ element, box }) => `${element.outerHTML.slice(0, 120)}: ${box.width} × ${box.height}`);
  expect(small).toEqual([]);
}
