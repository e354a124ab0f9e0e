import { expect, test } from 'vitest';
import { refusePlace } from '../../../electron/hosts/loopback/origin.ts';

const own = { host: '127.0.0.1:4720', origin: undefined, fetchSite: undefined, opensLaunch: false };

test.each([
  ['a program on this machine', own],
  ['its own page', { ...own, origin: 'http://127.0.0.1:4720', fetchSite: 'same-origin' }],
  ['an address typed by a person', { ...own, fetchSite: 'none' }],
  ['a file that leads a window to a launch address', { ...own, fetchSite: 'cross-site', opensLaunch: true }],
  ['the name localhost', { ...own, host: 'localhost:4720', origin: 'http://localhost:4720' }],
])('%s may go on', (_who, place) => {
  expect(refusePlace(place, 4720)).toBeUndefined();
});

test.each([
  ['no host', { ...own, host: undefined }],
  ['a name made to point here', { ...own, host: 'evil.test:4720' }],
  ['a host that only begins like ours', { ...own, host: '127.0.0.1:47200' }],
  ['another port', { ...own, host: '127.0.0.1:80' }],
  ['a foreign page', { ...own, origin: 'https://evil.test' }],
  ['a page without an origin of its own', { ...own, origin: 'null' }],
  ['the same name over another scheme', { ...own, origin: 'https://127.0.0.1:4720' }],
  ['another port of this machine', { ...own, origin: 'http://127.0.0.1:8080' }],
  ['a foreign page with a launch address', { ...own, origin: 'https://evil.test', opensLaunch: true }],
  ['a name made to point here with a launch address', { ...own, host: 'evil.test:4720', opensLaunch: true }],
  ['a link on another site', { ...own, fetchSite: 'cross-site' }],
  ['another port of the same site', { ...own, fetchSite: 'same-site' }],
])('%s is refused', (_who, place) => {
  expect(refusePlace(place, 4720)).toMatch(/answers to its own/);
});
