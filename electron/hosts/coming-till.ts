import type { UntypedAnswer, WindowTill } from './till.ts';

const CLOSED: UntypedAnswer = {
  ok: false,
  error: { code: 'till_unreachable', message: 'The till could not be opened.' },
};

/**
 * A till that is still being opened, for a host that shows its page meanwhile: calls wait for it, and what it has to tell
 * is heard from its first word on. Where it cannot be opened, whoever opens it says why and ends the process.
 */
export function comingTill(opening: Promise<WindowTill>): WindowTill {
  let opened: WindowTill | undefined;
  opening.then(
    till => {
      opened = till;
    },
    () => {},
  );
  return {
    wake: () => opened?.wake(),
    hasSaleOnScreen: () => opened?.hasSaleOnScreen() ?? false,
    call: (method, input) =>
      opening.then(
        till => till.call(method, input),
        () => CLOSED,
      ),
    on(listener) {
      let isListening = true;
      let stop = () => {
        isListening = false;
      };
      opening.then(
        till => {
          if (isListening) stop = till.on(listener);
        },
        () => {},
      );
      return () => stop();
    },
  };
}
