export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Display {
  id: number;
  bounds: Rectangle;
  /** Without task bars and docks. */
  workArea: Rectangle;
}

/** How much of a window must be on a display for a person to get hold of it. */
const LEAST_IN_SIGHT = 64;

/** The display that a kiosk fills: the one it is on as long as that is there, else the first one of the system. */
export function kioskDisplay(displays: readonly Display[], primary: Display, lastId?: number): Display {
  return displays.find(({ id }) => id === lastId) ?? primary;
}

/** Where a window has to go when displays have changed; undefined where it can be seen and reached as it is. */
export function movedWindow(
  window: Rectangle,
  displays: readonly Display[],
  { workArea }: Display,
): Rectangle | undefined {
  if (displays.some(display => isInSight(window, display.workArea))) return undefined;
  const width = Math.min(window.width, workArea.width);
  const height = Math.min(window.height, workArea.height);
  return {
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + Math.round((workArea.height - height) / 2),
    width,
    height,
  };
}

function isInSight(window: Rectangle, area: Rectangle): boolean {
  const across =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x) >= LEAST_IN_SIGHT;
  const down =
    Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y) >= LEAST_IN_SIGHT;
  // Windows are moved by their upper edge.
  return across && down && window.y >= area.y - LEAST_IN_SIGHT / 2;
}
