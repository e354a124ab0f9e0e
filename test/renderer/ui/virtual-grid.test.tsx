import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../renderer/ui/button.tsx';
import { VirtualGrid } from '../../../renderer/ui/virtual-grid.tsx';
import { render } from '../../support/render.tsx';

const items = Array.from({ length: 10_000 }, (_, index) => `Product ${index + 1}`);
const endReached = vi.fn();

beforeEach(() => {
  endReached.mockReset();
  render(
    <div style={{ display: 'flex', height: 400, width: 800 }}>
      <VirtualGrid
        label="Products"
        items={items}
        itemKey={item => item}
        tile={{ minWidth: 180, height: 120 }}
        onEndReached={endReached}
        render={(item, inTabOrder) => (
          <Button wide excludeFromTabOrder={!inTabOrder}>
            {item}
          </Button>
        )}
      />
    </div>,
  );
});

const tile = (name: string) => page.getByRole('button', { name });

test('of ten thousand tiles only those in sight exist', async () => {
  await expect.element(tile('Product 1')).toBeVisible();
  expect(page.getByRole('button').elements().length).toBeLessThan(50);
});

test('the grid is one Tab stop, and arrows move between its tiles', async () => {
  await expect.element(tile('Product 1')).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(tile('Product 1')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tile('Product 2')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(tile('Product 6')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
  await expect.element(tile('Product 1')).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(document.body);
});

test('End reaches the last tile of all, and says that the end was reached', async () => {
  await expect.element(tile('Product 1')).toBeVisible();
  await userEvent.keyboard('{Tab}{End}');
  await expect.element(tile('Product 10000')).toHaveFocus();
  expect(endReached).toHaveBeenCalled();
});
