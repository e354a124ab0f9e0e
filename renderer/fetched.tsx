import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A screen in a file of its own, fetched once. */
export interface FetchedScreen {
  /** Undefined until it is there. */
  readonly screen: ComponentType | undefined;
  /** Rejects when it cannot be fetched; the next call tries again. */
  fetch(): Promise<void>;
}

export function fetched(load: () => Promise<ComponentType>): FetchedScreen {
  let screen: ComponentType | undefined;
  let loading: Promise<void> | undefined;
  return {
    get screen() {
      return screen;
    },
    fetch() {
      loading ??= load().then(
        loaded => {
          screen = loaded;
        },
        error => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}

/** Begins to fetch a screen before it is shown. A failure is reported when it is shown, after another attempt. */
export function fetchAhead(screen: FetchedScreen): void {
  void screen.fetch().catch(() => {});
}

/**
 * Shows the screen the moment it is there: React's lazy would hold it back for up to 300 ms after its <Suspense> has
 * shown something else.
 */
export function Fetched({ of, meanwhile }: { of: FetchedScreen; meanwhile: ReactNode }) {
  const [failure, setFailure] = useState<unknown>();
  const [, setFetched] = useState(0);
  const { screen: Screen } = of;
  useEffect(() => {
    if (!of.screen) of.fetch().then(() => setFetched(count => count + 1), setFailure);
  }, [of]);
  if (failure) throw failure;
  return Screen ? <Screen /> : meanwhile;
}
