import { page } from 'vitest/browser';
import { ManagerScreen } from '../../../renderer/manager/manager-screen.tsx';
import type { FakeTill } from '../../support/fake-till.ts';
import { type RenderOptions, render } from '../../support/render.tsx';
import { managerTill } from './manager-till.ts';

/** The manager's screen under one of its tabs, as wide as it is beside the rail of a small counter screen. */
export async function openManager(
  tab: string,
  till: FakeTill = managerTill(),
  look: RenderOptions = {},
): Promise<{ till: FakeTill; container: HTMLElement }> {
  await page.viewport(912, 694);
  const container = render(
    <div className="flex h-full flex-col">
      <ManagerScreen />
    </div>,
    { bridge: till, ...look },
  );
  await page.getByRole('tab', { name: tab }).click();
  return { till, container };
}

export const button = (name: string | RegExp, exact = false) => page.getByRole('button', { name, exact });
export const dialog = () => page.getByRole('dialog');
export const said = (text: string | RegExp) => page.getByText(text);
