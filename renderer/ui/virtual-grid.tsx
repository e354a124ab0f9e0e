import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';

export interface VirtualGridProps<T> {
  label: string;
  items: readonly T[];
  itemKey: (item: T) => string | number;
  /** Pixels: as many columns as fit at this width, and tiles of this height. */
  tile: { minWidth: number; height: number };
  /** `inTabOrder`: give it to the tile's button (`excludeFromTabOrder={!inTabOrder}`); arrow keys reach the rest. */
  render: (item: T, inTabOrder: boolean) => ReactNode;
  onEndReached?: () => void;
}

const GAP_PX = 12;
const ROWS_BEYOND_SIGHT = 3;

/** Tiles of which only the rows in sight exist. One Tab stop; arrow keys, Home and End move between tiles. */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { label, items, itemKey, tile, render, onEndReached } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const columns = Math.max(1, Math.floor((width + GAP_PX) / (tile.minWidth + GAP_PX)));
  const [active, setActive] = useState(0);
  const tabStop = Math.min(active, items.length - 1);

  const rows = useVirtualizer({
    count: Math.ceil(items.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => tile.height + GAP_PX,
    overscan: ROWS_BEYOND_SIGHT,
    onChange: virtualizer => {
      const last = virtualizer.getVirtualItems().at(-1);
      if (last && (last.index + 1) * columns >= items.length) onEndReached?.();
    },
  });

  function move(event: KeyboardEvent) {
    const to = destination(event.key, tabStop, columns, items.length);
    if (to === undefined) return;
    event.preventDefault();
    setActive(to);
    rows.scrollToIndex(Math.floor(to / columns));
    requestAnimationFrame(() => focusTile(scroller.current, to));
  }

  // Before the width is known every tile would be laid out for one column, and then again.
  const inSight = (width === 0 ? [] : rows.getVirtualItems()).flatMap(row => {
    const first = row.index * columns;
    return items
      .slice(first, first + columns)
      .map((item, place) => ({ item, index: first + place, top: row.start }));
  });

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto p-1.5">
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }} onKeyDown={move}>
        {inSight.map(({ item, index, top }) => (
          <li
            key={itemKey(item)}
            data-tile={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            onFocus={() => setActive(index)}
            className="absolute top-0 flex"
            style={placeOf(index % columns, columns, top, tile.height)}
          >
            {render(item, index === tabStop)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeOf(column: number, columns: number, top: number, height: number) {
  const share = `(100% - ${(columns - 1) * GAP_PX}px) / ${columns}`;
  return {
    width: `calc(${share})`,
    left: `calc((${share} + ${GAP_PX}px) * ${column})`,
    height,
    transform: `translateY(${top}px)`,
  };
}

function destination(key: string, from: number, columns: number, count: number): number | undefined {
  const to = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from + columns,
    ArrowUp: from - columns,
    Home: 0,
    End: count - 1,
  }[key];
  return to !== undefined && to >= 0 && to < count ? to : undefined;
}

function focusTile(scroller: HTMLElement | null, index: number): void {
  scroller?.querySelector<HTMLElement>(`[data-tile="${index}"] button`)?.focus();
}

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    setWidth(contentWidth(element.current));
    const observer = new ResizeObserver(entries => setWidth(entries[0]?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** What the observer will say, known before the first paint. */
function contentWidth(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}
