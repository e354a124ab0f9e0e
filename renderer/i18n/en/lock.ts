export const lock = {
  who: 'Who is selling?',
  pinFor: 'PIN of {{name}}',
  pin: 'PIN',
  entered_one: '{{count}} digit entered',
  entered_other: '{{count}} digits entered',
  unlock: 'Unlock',
  someoneElse: 'Someone else',
  hint: 'Tap the digits or type them.',
  openFor: 'Try again in {{time}}',
  noStaff: 'There is nobody to sign in',
  noStaffNext: 'Restore a backup, or set KeyTill up again.',
} as const;
