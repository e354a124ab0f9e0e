import type { PrintFailureTexts } from '../print-failure-shape.ts';

const chooseAnother = 'A manager chooses another printer under Manager, Settings.';

export const printFailures = {
  connection_refused: { why: 'It is on the network, but takes no connection' },
  no_answer: { why: 'The connection was not made in time' },
  unknown_host: { why: 'The network knows no printer of that name', next: chooseAnother },
  no_route: { why: 'The network does not lead to it' },
  device_missing: { why: 'This computer does not see it' },
  no_print_system: { why: 'This computer has no print system', next: chooseAnother },
  no_such_printer: { why: 'This computer has no printer of that name', next: chooseAnother },
  no_drivers: { why: 'Only the desktop till prints through a driver', next: chooseAnother },
  connection_lost: { why: 'The connection to the printer broke off' },
  stalled: { why: 'The printer stopped taking the receipt' },
  not_confirmed: { why: 'The printer did not say that it was done' },
  till_stopped: { why: 'The till was stopped meanwhile' },
  not_permitted: {
    why: 'This computer does not let the till use it',
    next: 'Give the till the right to print on it, then print again.',
  },
  busy: { why: 'Another program is using it', next: 'Close that program, then print again.' },
  disk_full: { why: 'The disk it is written to is full', next: 'Free some space, then print again.' },
  not_a_printer: { why: 'What stands at its address is no printer', next: chooseAnother },
  own_error: { why: 'It reports an error of its own' },
  off_line: { why: 'It says that it is off line' },
} as const satisfies PrintFailureTexts;
