import type { ErrorTexts } from '../error-shape.ts';

export const errors = {
  invalid_input: {
    title: 'Something in the form is not right',
    detail: 'Look at: {{field}}.',
    next: 'Check what was entered and try again.',
  },
  unknown_method: {
    title: 'This screen and the till are of different versions',
    next: 'Restart KeyTill.',
  },
  not_signed_in: { title: 'Nobody is signed in', next: 'Unlock the till with your PIN.' },
  not_allowed: { title: 'Only a manager may do this', next: 'Ask a manager to sign in.' },
  not_found: { title: 'This is no longer here', next: 'Refresh the list and choose again.' },
  internal: {
    title: 'Something went wrong inside the till',
    next: 'Nothing that was paid is lost. Try again; if it stays, send the diagnostics to support.',
  },
  till_unreachable: {
    title: 'The till does not answer',
    next: 'Wait a moment and try again. If it stays, restart KeyTill: every sale that was paid is stored.',
  },
  not_admitted: {
    title: 'This window may not use the till any more',
    next: 'The till was restarted or opened elsewhere: close this window and open KeyTill again.',
  },
  not_set_up: { title: 'The till is not set up yet', next: 'Finish the set-up first.' },
  already_set_up: { title: 'The till is already set up', next: 'Sign in; settings are under Manager.' },
  keychain_unavailable: {
    title: 'This computer gives KeyTill no keychain',
    next: 'Install and unlock a keychain (on Linux: gnome-keyring with libsecret), then try again.',
  },
  secrets_lost: {
    title: 'The secrets are gone from the keychain',
    next: 'Enter the partner token again and set a new manager PIN. Sales and orders are still here.',
  },
  token_of_other_partner: {
    title: 'This token belongs to another partner account',
    next: 'Use a token of the account that this till was set up with.',
  },
  storage_full: {
    title: 'The disk is full: this was not stored',
    next: 'Free some space on this computer, then try again. Everything before it is stored.',
  },
  storage_read_only: {
    title: 'The disk may not be written to: this was not stored',
    next: 'Make the data folder writable again, or restart the computer, then try again. Everything before it is stored.',
  },
  storage_failed: {
    title: 'The disk failed: this was not stored',
    next: 'Try again. If it stays, have the disk checked. Everything before it is stored.',
  },
  storage_locked: {
    title: 'Another program holds the till’s file: this was not stored',
    next: 'Close backup or antivirus programs that work on it, then try again. Everything before it is stored.',
  },
  storage_unknown: {
    title: 'The disk failed: it is not known whether this was stored',
    next: 'Do not do it again, and give no money back for it yet. When the disk is well, the till says what it has. Everything before it is stored.',
  },
  wrong_pin: {
    title: 'That PIN is not right',
    detail: 'Tries left: {{left}}.',
    next: 'Enter it again.',
  },
  pin_locked: {
    title: 'Too many wrong tries',
    detail: 'It can be tried again in {{minutes}} min.',
    next: 'Wait, or ask a manager for a new PIN.',
  },
  name_taken: { title: 'Someone already has this name', next: 'Choose another name.' },
  last_manager: {
    title: 'This is the last manager',
    next: 'Make someone else a manager first: the till needs one.',
  },
  partner_unreachable: {
    title: 'The partner cannot be reached',
    next: 'Check the network. The till goes on trying by itself.',
  },
  partner_busy: { title: 'The partner is busy', next: 'Wait a few seconds and try again.' },
  partner_not_understood: {
    title: 'The partner gave an answer that makes no sense',
    next: 'Try again later. A manager finds the answer in the order’s history.',
  },
  partner_refused: {
    title: 'The partner refused',
    detail: 'It said: {{partnerMessage}}',
    next: 'Check the details and try again.',
  },
  token_rejected: {
    title: 'The partner does not accept the token',
    next: 'Check it against the one the partner gave you, and enter it again.',
  },
  token_missing: { title: 'There is no partner token', next: 'A manager enters it under Manager, Settings.' },
  history_needs_management_token: {
    title: 'The history needs a management token',
    next: 'Enter one under Manager, Settings. Everything else works without it.',
  },
  offer_not_found: {
    title: 'There is no such offer',
    detail: 'Offer {{offerId}}.',
    next: 'Check the offer ID, or import it first.',
  },
  offer_id_invalid: {
    title: 'This is not an offer ID',
    detail: 'Entered: {{offerId}}.',
    next: 'An offer ID is a whole number, or telegram_stars_ with a number from 1 to 2500.',
  },
  offer_gone: {
    title: 'The partner no longer sells this',
    detail: 'Offer {{offerId}}.',
    next: 'Choose another offer.',
  },
  out_of_stock: {
    title: 'Out of stock at the partner',
    detail: 'Offer {{offerId}}.',
    next: 'Choose another offer, or try again later.',
  },
  no_price: {
    title: 'There is no usable price for this offer',
    next: 'A manager sets a price of its own under Manager, Catalogue, or corrects the rates under Prices.',
  },
  no_rate: {
    title: 'There is no rate for this currency',
    detail: 'Missing: {{currency}}.',
    next: 'A manager enters it under Manager, Prices.',
  },
  sync_unavailable: {
    title: 'The partner does not give the whole catalogue',
    next: 'Import offers by their IDs instead.',
  },
  catalogue_busy: { title: 'The catalogue is being read', next: 'Wait until it is done.' },
  currency_fixed: {
    title: 'The currency of this till is fixed',
    detail: 'Its books are kept in {{currency}}.',
    next: 'Set up a till of its own for another currency.',
  },
  price_changed: {
    title: 'The price has changed',
    detail: 'It is now {{price}}.',
    next: 'Tell the customer the new price, then pay again.',
  },
  player_required: {
    title: 'The player is missing',
    next: 'Ask the customer for the player ID and enter it.',
  },
  server_required: { title: 'The server is missing', next: 'Ask the customer for the server and enter it.' },
  player_invalid: {
    title: 'There is no such player',
    next: 'Read the ID back to the customer and correct it.',
  },
  stars_need_numeric_id: {
    title: 'Telegram does not give the numeric ID of this account',
    next: 'Ask the customer to write to @gamesdrop_api_bot first, then check again.',
  },
  attempt_conflict: {
    title: 'This sale was already taken with other contents',
    next: 'Look under Orders for what was taken, then start a new sale.',
  },
  clock_wrong: {
    title: 'This computer’s date is wrong',
    detail: 'It says {{date}}.',
    next: 'Set date and time in the operating system, then go on. Nothing was stored.',
  },
  payment_short: {
    title: 'The cash is less than the total',
    detail: 'Missing: {{missing}}.',
    next: 'Ask for the rest and enter what you received.',
  },
  payment_not_exact: {
    title: 'A card pays exactly the total',
    next: 'Charge the total on the card terminal.',
  },
  reference_required: {
    title: 'The card slip number is missing',
    next: 'Enter the number that the card terminal printed.',
  },
  too_many_items: {
    title: 'Too much for one sale',
    detail: 'At most {{most}}.',
    next: 'Take away some items and sell them separately.',
  },
  decision_not_possible: {
    title: 'This order has moved on',
    next: 'Look at its state now: the decision no longer fits.',
  },
  no_key: { title: 'This order has no key', next: 'Nothing to show: look at the order’s state.' },
  key_unreadable: {
    title: 'The stored key cannot be read',
    next: 'The till asks the partner for it again. Try again in a minute.',
  },
  not_refundable: {
    title: 'No money is owed for this order',
    next: 'Only an order that ended without delivery can be refunded.',
  },
  already_refunded: { title: 'The money has already been given back', next: 'Nothing more to do.' },
  no_printer: { title: 'There is no printer', next: 'A manager chooses one under Manager, Settings.' },
  printer_not_device: {
    title: 'That path is no printer',
    next: 'Write the device of the printer, such as /dev/usb/lp0 or LPT1. Nothing was saved.',
  },
  printer_needs_desktop: {
    title: 'This till cannot print through a driver',
    next: 'Write the printer’s network address, its device or its CUPS queue. Drivers are for the desktop till.',
  },
  printer_unreachable: {
    title: 'The printer does not answer',
    detail: '{{why}}.',
    next: 'Check that it is switched on and connected.',
  },
  printer_no_paper: { title: 'The printer has no paper', next: 'Put in a new roll, then print again.' },
  printer_cover_open: { title: 'The printer’s cover is open', next: 'Close it, then print again.' },
  printer_interrupted: {
    title: 'Printing was cut short',
    detail: '{{why}}.',
    next: 'Tear off what came out, then print again. The new one is marked as a copy.',
  },
  printer_refused: {
    title: 'The printer refused to print',
    detail: '{{why}}.',
    next: 'Switch it off and on, then print again.',
  },
  print_needs_sign_in: {
    title: 'A receipt with a key on it waits',
    next: 'It is printed as soon as somebody signs in.',
  },
  print_waits_for_person: {
    title: 'A receipt with a key on it waits for you',
    detail: 'It is of sale {{sale}}.',
    next: 'Its customer may be gone, so it does not come out by itself. Print it, or give it up.',
  },
  nothing_to_print: { title: 'There is nothing to print', next: 'Wait for the delivery, then print.' },
  backup_failed: {
    title: 'The backup is not whole and was not kept',
    next: 'Selling goes on. Try again; if it stays, the disk or the data may be damaged: call support.',
  },
  backup_damaged: { title: 'This backup is damaged', next: 'It cannot be restored. Choose another one.' },
  backup_newer: {
    title: 'This backup was made by a newer KeyTill',
    next: 'Install the newer KeyTill, or choose another backup.',
  },
  backup_foreign: {
    title: 'This backup is of another till',
    next: 'Restored here it would put another till’s books in the place of this one’s. Choose a backup of this till.',
  },
  in_recovery: {
    title: 'The till’s data cannot be used yet',
    next: 'A manager restores a backup first. Then everything works again.',
  },
  update_unreachable: {
    title: 'The update server does not answer as it should',
    next: 'Selling goes on, and the till tries again by itself. If it stays, call whoever set the till up.',
  },
  update_untrusted: {
    title: 'What the update server has is not signed by the right key for this kind of machine',
    next: 'Nothing of it was used. Tell whoever set the till up: somebody may be in between.',
  },
  update_failed: {
    title: 'The update was not installed',
    next: 'The till goes on with this version. Agree again to try it once more at the next start.',
  },
  update_refused: {
    title: 'Windows did not let the update in',
    next: 'No administrator agreed to it, so the till goes on with this version. Agree again when one can be there at the next start.',
  },
} as const satisfies ErrorTexts;
