/**
 * Why something did not come out of the printer, as far as the till knows: each has its words in every language. What a
 * printer or a system says in its own words goes with it, for whoever repairs it.
 */
export const PRINT_FAILURES = [
  // It could not be reached; the first, where nothing more is known.
  'unreachable',
  'connection_refused',
  'no_answer',
  'unknown_host',
  'no_route',
  'device_missing',
  'no_print_system',
  'no_such_printer',
  'no_drivers',
  // It says what it wants.
  'no_paper',
  'cover_open',
  // It had begun, or may have.
  'interrupted',
  'connection_lost',
  'stalled',
  'not_confirmed',
  'till_stopped',
  // It is there and does not print.
  'refused',
  'not_permitted',
  'busy',
  'disk_full',
  'not_a_printer',
  'own_error',
  'off_line',
] as const;

export type PrintFailure = (typeof PRINT_FAILURES)[number];
