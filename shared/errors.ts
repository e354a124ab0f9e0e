/**
 * Every error a person at the till may see. The code crosses the contract; its text, in every language,
 * says what happened and what to do (renderer/i18n). A test holds the two lists together.
 */
export const ERROR_CODES = [
  // The call itself.
  'invalid_input',
  'unknown_method',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'internal',
  /** Said by the screen itself: the till's main process did not answer. */
  'till_unreachable',
  'not_admitted',
  // The terminal.
  'not_set_up',
  'already_set_up',
  'keychain_unavailable',
  'secrets_lost',
  'token_of_other_partner',
  // Nothing of the call was stored.
  'storage_full',
  'storage_read_only',
  'storage_failed',
  'storage_locked',
  /** It may be found to be stored by the next start, and until the disk is well nobody knows. */
  'storage_unknown',
  // Staff.
  'wrong_pin',
  'pin_locked',
  'name_taken',
  'last_manager',
  // The partner.
  'partner_unreachable',
  'partner_busy',
  'partner_not_understood',
  'partner_refused',
  'token_rejected',
  'token_missing',
  'history_needs_management_token',
  // Catalogue and prices.
  'offer_not_found',
  'offer_id_invalid',
  'offer_gone',
  'out_of_stock',
  'no_rate',
  'no_price',
  'sync_unavailable',
  'catalogue_busy',
  'currency_fixed',
  // Selling.
  'price_changed',
  'player_required',
  'server_required',
  'player_invalid',
  'stars_need_numeric_id',
  'attempt_conflict',
  'clock_wrong',
  'payment_short',
  'payment_not_exact',
  'reference_required',
  'too_many_items',
  // Orders.
  'decision_not_possible',
  'no_key',
  'key_unreadable',
  'not_refundable',
  'already_refunded',
  // Printing.
  'no_printer',
  'printer_needs_desktop',
  'printer_not_device',
  'printer_unreachable',
  'printer_no_paper',
  'printer_cover_open',
  'printer_interrupted',
  'printer_refused',
  'print_needs_sign_in',
  'print_waits_for_person',
  'nothing_to_print',
  // Backups.
  'backup_failed',
  'backup_damaged',
  'backup_newer',
  'backup_foreign',
  'in_recovery',
  // Updates.
  'update_unreachable',
  'update_untrusted',
  'update_failed',
  'update_refused',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Plain values only: what a text may name ({offerId: 999, price: "125.00"}), and never a secret. */
export type ErrorDetails = Record<string, string | number | boolean | null>;

/** What an answer carries when `ok` is false. `message` is English, for logs and programs; screens use the code. */
export interface ErrorShape {
  code: ErrorCode;
  message: string;
  details?: ErrorDetails;
}

/** An error a person can act on. Thrown anywhere in a part, turned into an answer by the host. */
export class TillError extends Error {
  override readonly name = 'TillError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message);
    this.code = code;
    this.details = details;
  }

  toShape(): ErrorShape {
    return this.details
      ? { code: this.code, message: this.message, details: this.details }
      : { code: this.code, message: this.message };
  }
}
