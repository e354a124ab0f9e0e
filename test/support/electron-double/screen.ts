import { Emitter } from './emitter.ts';
import { guarded } from './guard.ts';
import { world } from './world.ts';

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Display {
  id: number;
  bounds: Rectangle;
  workArea: Rectangle;
}

export function displayAt(id: number, x: number, width: number, height: number): Display {
  return { id, bounds: { x, y: 0, width, height }, workArea: { x, y: 0, width, height } };
}

/** `screen`: what is plugged in, the first being the primary one; a test plugs and unplugs. */
class Screen extends Emitter {
  private displays = [displayAt(1, 0, 1280, 800)];

  getAllDisplays(): Display[] {
    return [...this.displays];
  }
  getPrimaryDisplay(): Display {
    const [primary] = this.displays;
    if (!primary) throw new Error('there is no display');
    return primary;
  }
  /** The one that holds most of it. */
  getDisplayMatching(area: Rectangle): Display {
    const [most] = this.displays.toSorted((a, b) => shared(b.bounds, area) - shared(a.bounds, area));
    return most ?? this.getPrimaryDisplay();
  }

  plug(displays: Display[]): void {
    const before = this.displays;
    this.displays = displays;
    const had = (id: number) => before.find(display => display.id === id);
    for (const display of displays) {
      const earlier = had(display.id);
      if (!earlier) this.tell('display-added', {}, display);
      else if (JSON.stringify(earlier) !== JSON.stringify(display))
        this.tell('display-metrics-changed', {}, display, ['bounds', 'workArea']);
    }
    for (const display of before)
      if (!displays.some(({ id }) => id === display.id)) this.tell('display-removed', {}, display);
  }
}

function shared(a: Rectangle, b: Rectangle): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

export const theScreen = new Screen();
const seen = guarded('Screen', theScreen);

/** Electron has it once it is ready; the module may be imported before. */
export const screen = new Proxy(seen, {
  get(target, name) {
    if (!world.ready) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    return Reflect.get(target, name);
  },
});
