export const recovery = {
  title: 'The till’s data cannot be used',
  problem: {
    damaged: 'The file with the sales and orders is damaged.',
    missing: 'The file with the sales and orders is gone.',
    empty: 'The file with the sales and orders is empty.',
    unopened:
      'Something keeps the file with the sales and orders from being opened. What was sold is still there.',
    newer:
      'A newer KeyTill has written the sales and orders. They are whole, and nothing in them was changed.',
  },
  newerData: {
    title: 'This KeyTill is too old for its data',
    text: 'Install the newer KeyTill again, or a later one, and start it: selling goes on where it stopped. This one is version {{version}}.',
    never:
      'Restoring a backup or starting anew would leave out what was sold since. Leave this folder as it is:',
  },
  calm: 'Put a backup in its place, and selling goes on. Nothing is deleted, and nothing is bought before the partner has been asked about it.',
  backups: 'Backups',
  signIn: 'A manager signs in to restore a backup',
  lookAgain: 'Look again',
  unopened: {
    title: 'What to do',
    text: 'Make sure that the disk has room, that the data folder and what is in it may be written to, and that nothing else lies in the way. Then look again. If it stays like this, call support and leave this folder as it is:',
  },
  none: {
    title: 'There is no good backup here',
    text: 'If you keep copies elsewhere, put one into this folder and look again:',
    otherwise:
      'Otherwise call support and leave this folder as it is: much can often be read from damaged data. To sell meanwhile, start a new till in another folder with --data.',
  },
  noPin: {
    title: 'PINs cannot be checked',
    text: 'The keychain has lost the till’s secrets. Restore a backup now; the till then asks for the partner token before anyone can sell.',
  },
  why: {
    daily: 'Daily',
    on_demand: 'Made by hand',
    before_restore: 'Before a restore',
    before_update: 'Before an update',
    other: 'Put there by someone',
  },
  language: 'Language',
  languageName: { en: 'English', ru: 'Русский' },
  namesInUtc: 'The times here are the shop’s. File names carry the time in UTC.',
  best: 'Good, the newest',
  good: 'Good',
  damaged: 'Damaged',
  newer: 'From a newer KeyTill',
  foreign: 'Of another till',
  size: '{{size}} MB',
  restore: 'Restore',
  restoreOf: 'Restore, {{time}}',
  confirm: {
    title: 'Restore the backup of {{time}}?',
    carried:
      'Sales, orders, keys and refunds made since are carried over from the present data, and from every newer backup, as far as they can be read.',
    missing:
      'What is neither in a backup nor readable in the damaged data will be missing: count the cash afterwards.',
    asked:
      'The partner is asked about every open order. What it has is delivered, nothing is bought twice, and what it does not know waits for a manager.',
    settings: 'Settings, prices and the catalogue are as they were then. People and PINs stay as they are.',
    aside: 'The present data is set aside, not deleted. Everyone is signed out.',
    working: 'Putting the backup in place. Leave the till on.',
  },
  done: {
    title: 'The backup is in place',
    of: 'The backup of {{time}}',
    whole: 'Nothing that happened after it is missing.',
    gap: 'Something that happened after it may be missing. Count the cash against the day’s report, and look under Orders at what needs attention.',
    sales: 'Sales carried over',
    orders: 'Orders carried over',
    keys: 'Keys carried over',
    refunds: 'Refunds carried over',
    concerned: 'Orders being looked into',
    skipped: 'Entries that could not be carried over',
    aside: 'The data from before is kept in',
    asideUtc: 'The folder’s name is the time of the restore in UTC.',
    go: 'Continue',
  },
} as const;
