import { useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createStore } from 'zustand/vanilla';
import { useFrom } from '../../renderer/stores.tsx';
import { render } from '../support/render.tsx';

interface Basket {
  lines: number;
  add: () => void;
}

function createBasketStore() {
  return createStore<Basket>()(set => ({
    lines: 0,
    add: () => set(({ lines }) => ({ lines: lines + 1 })),
  }));
}

function Till() {
  const lines = useFrom(createBasketStore, basket => basket.lines);
  const add = useFrom(createBasketStore, basket => basket.add);
  return (
    <button type="button" onClick={add}>
      {lines} lines
    </button>
  );
}

function Window() {
  const [isLocked, setLocked] = useState(false);
  return (
    <>
      {isLocked ? <p>Locked</p> : <Till />}
      <button type="button" onClick={() => setLocked(!isLocked)}>
        Lock or unlock
      </button>
    </>
  );
}

test('what was in the basket before the till was locked is there after it was unlocked', async () => {
  render(<Window />);
  await page.getByRole('button', { name: '0 lines' }).click();
  await page.getByRole('button', { name: 'Lock or unlock' }).click();
  await expect.element(page.getByText('Locked')).toBeVisible();
  await page.getByRole('button', { name: 'Lock or unlock' }).click();
  await expect.element(page.getByRole('button', { name: '1 lines' })).toBeVisible();
});
