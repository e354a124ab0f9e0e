import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { VirtualList } from '../../../renderer/ui/virtual-list.tsx';
import { render } from '../../support/render.tsx';

const items = Array.from({ length: 100_000 }, (_, index) => index + 1);

test('of a hundred thousand rows only those in sight exist, and each knows its place', async () => {
  const endReached = vi.fn();
  render(
    <div style={{ display: 'flex', height: 400 }}>
      <VirtualList
        label="Orders"
        items={items}
        itemKey={item => item}
        estimatedHeight={60}
        onEndReached={endReached}
        render={item => <p style={{ height: 60 }}>Order {item}</p>}
      />
    </div>,
  );
  await expect.element(page.getByText('Order 1', { exact: true })).toBeVisible();
  const rows = page.getByRole('listitem');
  expect(rows.elements().length).toBeLessThan(40);
  await expect.element(rows.first()).toHaveAttribute('aria-setsize', '100000');
  expect(endReached).not.toHaveBeenCalled();

  page.getByText('Order 1', { exact: true }).element().closest('.overflow-y-auto')?.scrollTo(0, 1e9);
  await expect.element(page.getByText('Order 100000', { exact: true })).toBeVisible();
  expect(endReached).toHaveBeenCalled();
});
