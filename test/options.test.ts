import { expect, test } from 'vitest';
import { ownArguments, parseOptions } from '../electron/options.ts';

const parse = (args: string[], environment: NodeJS.ProcessEnv = {}) =>
  parseOptions('serve', args, environment);

test('without a word, a window is opened and everything else is left to the usual', () => {
  expect(parse([])).toEqual({ kind: 'run', options: { open: true } });
});

test('every option is read, as two words or joined by =', () => {
  const args =
    '--data /srv/till --port=0 --partner http://127.0.0.1:9 --aggregator http://127.0.0.1:8 --keychain memory --printer tcp://printer:9100 --launch-page /run/open.html --profile kiosk --restarted-by system --no-open';
  expect(parse(args.split(' '))).toEqual({
    kind: 'run',
    options: {
      data: '/srv/till',
      port: 0,
      partner: 'http://127.0.0.1:9',
      aggregator: 'http://127.0.0.1:8',
      keychain: 'memory',
      printer: 'tcp://printer:9100',
      launchPage: '/run/open.html',
      profile: 'kiosk',
      restartedBy: 'system',
      open: false,
    },
  });
});

test('a variable says the same, and the command line overrules it', () => {
  const environment = {
    KEYTILL_DATA: '/a',
    KEYTILL_PORT: '4800',
    KEYTILL_KEYCHAIN: 'os',
    KEYTILL_NO_OPEN: '1',
  };
  expect(parse(['--data', '/b'], environment)).toEqual({
    kind: 'run',
    options: { data: '/b', port: 4800, keychain: 'os', open: false },
  });
});

test('an empty variable, and a KEYTILL_NO_OPEN of 0, say nothing', () => {
  expect(parse([], { KEYTILL_DATA: '', KEYTILL_NO_OPEN: '0' })).toEqual({
    kind: 'run',
    options: { open: true },
  });
});

test.each([
  [['--colour', 'red'], /Unknown option '--colour'/],
  [['fast'], /fast/],
  [['--data'], /data/],
  [['--no-open=yes'], /no-open/],
  [['--port', '80a'], /No port: 80a/],
  [['--port', '70000'], /No port: 70000/],
  [['--keychain', 'paper'], /No keychain: paper/],
  [['--printer', 'lpt1'], /No printer: lpt1/],
  [['--printer', 'system:Laser'], /Only npm start prints on system:Laser/],
  [['--profile', 'poster'], /No profile: poster/],
  [['--restarted-by', 'nobody'], /No way to be restarted: nobody/],
])('%j is refused, with what is known', (args, says) => {
  const parsed = parse(args);
  expect(parsed).toMatchObject({ kind: 'refused', message: expect.stringMatching(says) });
  expect(parsed).toMatchObject({ message: expect.stringContaining('--keychain os|memory') });
});

test('a till is not started without the sandbox, and says what to do', () => {
  expect(parse(['--no-sandbox', '--profile', 'kiosk'])).toEqual({
    kind: 'refused',
    message: expect.stringMatching(/--no-sandbox.*Install the deb/s),
  });
});

test('a wrong variable is refused like a wrong option', () => {
  expect(parse([], { KEYTILL_PORT: 'x' })).toMatchObject({ kind: 'refused' });
});

test('--help shows the options', () => {
  expect(parse(['--help'])).toMatchObject({
    kind: 'help',
    text: expect.stringMatching(/npm run serve.*--printer/s),
  });
  const { text } = parse(['--help']) as { text: string };
  for (const row of text.split('\n').filter(line => line.startsWith('  --')))
    expect(row).toMatch(/^ {2}--\S+( \S+)? {2,}\S/);
});

test('what a person typed starts behind the program, or behind the packaged binary', () => {
  expect(ownArguments(['electron', '--no-sandbox', '/till', '--port', '1'], false)).toEqual(['--port', '1']);
  expect(ownArguments(['keytill', '--port', '1'], true)).toEqual(['--port', '1']);
  expect(ownArguments(['electron'], false)).toEqual([]);
});
