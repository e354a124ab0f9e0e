/** Turns asked of Node at once: between any two of them every promise has its turn, and no time goes by on the outside. */
const SHEAF = 64;

/** As `setImmediate` of `node:timers/promises`, without a look at the world outside for each. */
function createTurns(): () => Promise<void> {
  let left = 0;
  let next: (() => void) | undefined;
  function turn(): void {
    left--;
    next?.();
    next = undefined;
  }
  return () =>
    new Promise(resolve => {
      next = resolve;
      if (left > 0) return;
      left = SHEAF;
      for (let index = 0; index < SHEAF; index++) setImmediate(turn);
    });
}

/** Virtual time, in milliseconds: a year costs as much as what happens in it. */
export interface Time {
  now(): number;
  /** Runs `task` at `when`, after whatever was put there earlier. Returns the function that takes it back. */
  at(when: number, task: () => void): () => void;
  /** Lets everything due up to `end` happen, or until `enough`; every promise settled gets its turn in between. */
  run(end: number, enough?: () => boolean): Promise<void>;
}

interface Entry {
  when: number;
  order: number;
  task: (() => void) | undefined;
}

/** What happens in one run; a hundred times as much as usual. */
const MOST = 10_000;

export function createTime(): Time {
  const heap: Entry[] = [];
  let now = 0;
  let order = 0;

  const isBefore = (a: Entry, b: Entry): boolean =>
    a.when < b.when || (a.when === b.when && a.order < b.order);

  function push(entry: Entry): void {
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || !isBefore(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  function pop(): Entry | undefined {
    const top = heap[0];
    const last = heap.pop();
    if (!top || !last || top === last) return top;
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      const right = heap[child + 1];
      let least = heap[child];
      if (right && least && isBefore(right, least)) {
        least = right;
        child++;
      }
      if (!least || !isBefore(least, last)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
    return top;
  }

  let happened = 0;
  const nextTurn = createTurns();

  return {
    now: () => now,
    at(when, task) {
      const entry: Entry = { when: Math.max(when, now), order: order++, task };
      push(entry);
      return () => {
        entry.task = undefined;
      };
    },
    async run(end, enough = () => false) {
      await nextTurn();
      while (!enough()) {
        const next = heap[0];
        if (!next || next.when > end) break;
        pop();
        if (!next.task) continue;
        now = next.when;
        if (++happened > MOST) throw new Error('it goes round in circles');
        next.task();
        await nextTurn();
      }
      if (!enough()) now = Math.max(now, end);
    },
  };
}
