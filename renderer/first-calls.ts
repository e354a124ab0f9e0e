import { askAhead } from './ask-ahead.ts';
import { bridgeToHost } from './bridge.ts';
import { FIRST_SHELF } from './till/search/shelf-page.ts';

/** Imported before anything else: the till answers what every start asks while the rest of the script is still read. */
export const bridge = askAhead(bridgeToHost(), [
  ['terminal.status', {}],
  ['catalogue.products', FIRST_SHELF],
]);
