import type { ErrorCode } from '../../../shared/errors.ts';

/**
 * What a refused sending says about the sale: `refused` comes from the till after it has looked for the attempt among its
 * sales, so nothing was ever taken under it; `not_reached` comes from before that look, so this sending was not taken but
 * an earlier one may have been; `in_doubt` says nothing of either.
 */
export type ChargeAnswer = 'refused' | 'not_reached' | 'in_doubt';

const ANSWERS: Readonly<Record<ErrorCode, ChargeAnswer>> = {
  attempt_conflict: 'refused',
  too_many_items: 'refused',
  offer_not_found: 'refused',
  offer_gone: 'refused',
  out_of_stock: 'refused',
  no_rate: 'refused',
  no_price: 'refused',
  clock_wrong: 'refused',
  price_changed: 'refused',
  player_required: 'refused',
  server_required: 'refused',
  player_invalid: 'refused',
  stars_need_numeric_id: 'refused',
  payment_short: 'refused',
  payment_not_exact: 'refused',
  reference_required: 'refused',

  invalid_input: 'not_reached',
  unknown_method: 'not_reached',
  not_signed_in: 'not_reached',
  not_allowed: 'not_reached',
  not_admitted: 'not_reached',
  not_set_up: 'not_reached',
  in_recovery: 'not_reached',
  storage_full: 'not_reached',
  storage_read_only: 'not_reached',
  storage_failed: 'not_reached',
  storage_locked: 'not_reached',

  internal: 'in_doubt',
  till_unreachable: 'in_doubt',
  storage_unknown: 'in_doubt',

  // Answers to other calls: given to this one they would mean that nobody knows.
  not_found: 'in_doubt',
  already_set_up: 'in_doubt',
  keychain_unavailable: 'in_doubt',
  secrets_lost: 'in_doubt',
  token_of_other_partner: 'in_doubt',
  wrong_pin: 'in_doubt',
  pin_locked: 'in_doubt',
  name_taken: 'in_doubt',
  last_manager: 'in_doubt',
  partner_unreachable: 'in_doubt',
  partner_busy: 'in_doubt',
  partner_not_understood: 'in_doubt',
  partner_refused: 'in_doubt',
  token_rejected: 'in_doubt',
  token_missing: 'in_doubt',
  history_needs_management_token: 'in_doubt',
  offer_id_invalid: 'in_doubt',
  sync_unavailable: 'in_doubt',
  catalogue_busy: 'in_doubt',
  currency_fixed: 'in_doubt',
  decision_not_possible: 'in_doubt',
  no_key: 'in_doubt',
  key_unreadable: 'in_doubt',
  not_refundable: 'in_doubt',
  already_refunded: 'in_doubt',
  printer_needs_desktop: 'in_doubt',
  printer_not_device: 'in_doubt',
  no_printer: 'in_doubt',
  printer_unreachable: 'in_doubt',
  printer_no_paper: 'in_doubt',
  printer_cover_open: 'in_doubt',
  printer_interrupted: 'in_doubt',
  printer_refused: 'in_doubt',
  print_needs_sign_in: 'in_doubt',
  print_waits_for_person: 'in_doubt',
  nothing_to_print: 'in_doubt',
  backup_failed: 'in_doubt',
  backup_damaged: 'in_doubt',
  backup_newer: 'in_doubt',
  backup_foreign: 'in_doubt',
  update_unreachable: 'in_doubt',
  update_untrusted: 'in_doubt',
  update_failed: 'in_doubt',
  update_refused: 'in_doubt',
};

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(ANSWERS, code);

/** A till of another version may give a code that is not known here: that decides nothing. */
export const chargeAnswerOf = (code: string): ChargeAnswer => (isKnown(code) ? ANSWERS[code] : 'in_doubt');
