/** The process is gone. Whatever of its code still runs is stopped at the next thing it wants from the outside. */
export class Dead extends Error {
  override readonly name = 'Dead';
}

/** One for all: what is dead throws often, and nobody reads where. */
const DEAD = new Dead();

/** One run of the till's process, from its start to its death. */
export interface Life {
  readonly isOver: boolean;
  /** Throws `Dead` where it is over. */
  mustLive(): void;
  end(): void;
  /** Runs what the outside sets off in it: nothing at all once it is over, and never further than its death. */
  enter(task: () => void): void;
}

/** `surprise`: an error that nobody in the process handles; it ends it. */
export function beginLife(surprise: (error: unknown) => void): Life {
  let isOver = false;
  return {
    get isOver() {
      return isOver;
    },
    mustLive() {
      if (isOver) throw DEAD;
    },
    end() {
      isOver = true;
    },
    enter(task) {
      if (isOver) return;
      try {
        task();
      } catch (error) {
        if (error instanceof Dead) return;
        isOver = true;
        surprise(error);
      }
    },
  };
}
