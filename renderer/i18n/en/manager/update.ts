export const update = {
  title: 'KeyTill itself',
  version: 'This is version {{version}}.',
  look: 'Look for updates',
  looking: 'Looking for a newer version…',
  never: 'It has not looked for updates since it was started.',
  newest: 'There is no newer version. Looked',
  looked: 'Looked for updates',
  off: {
    elsewhere: 'It does not update itself: it was started from its program folder, and is updated there.',
    system: 'It does not update itself: this computer’s package manager does. Close the till before.',
    no_server: 'It does not update itself: this package names no server whose releases it could trust.',
  },
  found: 'Version {{version}}',
  fetching: 'Being fetched',
  ready: 'Fetched and proven',
  installing: 'Being installed',
  install: 'Install at the next start',
  installHint: 'Before anyone signs in, after a backup. Nothing changes until then.',
  agreed: '{{name}} agreed,',
  waits: {
    start: 'It is installed when KeyTill is started again: before anyone signs in, after a backup.',
    orders: 'It waits until no order is open.',
    prints: 'It waits until every paper has come out.',
  },
  asksAdministrator:
    'Windows then asks for an administrator on this screen. Without one nothing is installed, and the till goes on as it is.',
} as const;
