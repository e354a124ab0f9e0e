import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

export interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  itemKey: (item: T) => string | number;
  /** What a row is likely to be high, in pixels; the real height is measured. */
  estimatedHeight: number;
  render: (item: T) => ReactNode;
  /** The last rows came into sight: time to fetch more. May be said more than once. */
  onEndReached?: () => void;
  /** No row holds anything to press: the list itself takes the focus, so that keys can scroll it. */
  isReadOnly?: boolean;
}

const ROWS_BEYOND_SIGHT = 6;

/** A list of any length of which only what is in sight exists. It scrolls by itself: give its parent a height. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, itemKey, estimatedHeight, render, onEndReached, isReadOnly = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    overscan: ROWS_BEYOND_SIGHT,
    getItemKey: index => keyAt(items, index, itemKey),
    onChange: virtualizer => {
      const last = virtualizer.getVirtualItems().at(-1);
      if (last && last.index >= items.length - 1) onEndReached?.();
    },
  });

  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-y-auto"
      {...(isReadOnly && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(row => {
          const item = items[row.index];
          return (
            item !== undefined && (
              <li
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                aria-setsize={items.length}
                aria-posinset={row.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {render(item)}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function keyAt<T>(
  items: readonly T[],
  index: number,
  itemKey: (item: T) => string | number,
): string | number {
  const item = items[index];
  return item === undefined ? index : itemKey(item);
}
