import { afterEach, expect, it, vi } from 'vitest';
import { type FoundUpdate, UpdateFailure, type UpdateSource } from '../../electron/ports.ts';
import type { UpdateStatus } from '../../shared/contract/updates.ts';
import { openTestTill, type TestTill } from '../support/test-till.ts';

const RELEASE = { version: '0.2.0', notes: 'Faster.' };

/** A server with one release; `install` is counted, and what it throws is thrown. */
class Releases implements UpdateSource {
  asksAdministrator = false;
  found: FoundUpdate | undefined = RELEASE;
  fetched = 0;
  installed = 0;
  refusal: Error | undefined;
  diskSays: Error | undefined;
  answer: Promise<unknown> = Promise.resolve();
  failed: (failure: Error) => void = () => {};

  heed(failed: typeof this.failed) {
    this.failed = failed;
  }

  async find() {
    await this.answer;
    if (this.refusal) throw this.refusal;
    return this.found;
  }
  async fetch() {
    this.fetched++;
    if (this.diskSays) throw this.diskSays;
  }
  async install() {
    this.installed++;
  }
}

let till: TestTill;
afterEach(() => till?.stop());

const status = () => till.call('updates.get', {});
const once = (wanted: (status: UpdateStatus) => boolean) =>
  vi.waitFor(async () => expect(wanted(await status())).toBe(true), { timeout: 10_000 });
const actions = async () =>
  (await till.call('audit.list', { limit: 50 })).entries.map(({ action }) => action);
/** Since the start of the till that runs now: events need nobody to sign in. */
const steps = () =>
  till.events.flatMap(event => (event.name === 'updates.changed' ? [event.payload.step] : []));

async function agreed(updates: Releases, sandbox = {}): Promise<void> {
  till = await openTestTill({ updates, sandbox });
  await till.call('updates.look', {});
  await once(({ step }) => step === 'ready');
  await till.call('updates.agree', { version: RELEASE.version, install: true });
}

it('a newer version is fetched in the background and installed at the next start, after a backup', async () => {
  const updates = new Releases();
  await agreed(updates);
  expect(await status()).toMatchObject({
    found: RELEASE,
    agreed: { staffName: 'Mira' },
    waitsFor: 'start',
  });
  await till.restart();
  await vi.waitFor(() => expect(updates.installed).toBe(1), { timeout: 10_000 });
  await till.signIn();
  expect(await actions()).toEqual(expect.arrayContaining(['update.agreed', 'update.installing']));
  const { backups } = await till.call('backup.list', {});
  expect(backups.map(({ why }) => why)).toContain('before_update');
});

it('nothing is installed without a word, nor after it was taken back', async () => {
  const updates = new Releases();
  await agreed(updates);
  await till.call('updates.agree', { version: RELEASE.version, install: false });
  await till.restart();
  till.events.length = 0;
  await vi.waitFor(() => expect(steps()).toContain('ready'), { timeout: 15_000 });
  await till.signIn();
  expect(updates.installed).toBe(0);
  expect(await actions()).toContain('update.declined');
});

it('nothing is installed once somebody has signed in: a sale may be on the screen', async () => {
  const updates = new Releases();
  await agreed(updates);
  const [slow, fetched] = [Promise.withResolvers<void>(), updates.fetched];
  updates.answer = slow.promise;
  await till.restart();
  await till.signIn();
  await till.call('session.signOut', {});
  slow.resolve();
  await vi.waitFor(() => expect(updates.fetched).toBeGreaterThan(fetched), { timeout: 15_000 });
  await till.signIn();
  expect(updates.installed).toBe(0);
  expect((await status()).waitsFor).toBe('start');
});

it('an open order is in the way, and the installation follows when it is settled', async () => {
  const updates = new Releases();
  await agreed(updates);
  await till.sandbox.down();
  const { orders } = await till.sell(1001);
  await till.restart();
  till.events.length = 0;
  await new Promise(done => setTimeout(done, 500));
  expect([updates.installed, steps()]).toEqual([0, []]);
  await till.sandbox.up();
  await vi.waitFor(() => expect(updates.installed).toBe(1), { timeout: 15_000 });
  expect(orders).toHaveLength(1);
});

it('an installation that failed is not tried again at every start: it is said, and needs another word', async () => {
  const updates = new Releases();
  await agreed(updates);
  updates.install = async () => {
    updates.installed++;
    throw new UpdateFailure('failed', 'no room');
  };
  await till.restart();
  await vi.waitFor(() => expect(updates.installed).toBe(1), { timeout: 10_000 });
  await till.restart();
  await till.signIn();
  await till.call('updates.look', {});
  await once(({ step }) => step === 'ready');
  expect(await status()).toMatchObject({ agreed: null, error: { code: 'update_failed' } });
  expect(updates.installed).toBe(1);
  const again = await till.call('updates.agree', { version: RELEASE.version, install: true });
  expect(again).toMatchObject({ agreed: { staffName: 'Mira' } });
  expect(again.error).toBeUndefined();
});

it('where Windows wants an administrator that is said before, and without one the till goes on', async () => {
  const updates = new Releases();
  updates.asksAdministrator = true;
  await agreed(updates);
  expect(await status()).toMatchObject({ asksAdministrator: true });
  updates.install = async () => {
    updates.installed++;
    throw new UpdateFailure('refused', 'nobody agreed');
  };
  await till.restart();
  await vi.waitFor(() => expect(updates.installed).toBe(1), { timeout: 10_000 });
  await till.signIn();
  expect(await status()).toMatchObject({ step: 'ready', agreed: null, error: { code: 'update_refused' } });
  await till.sell(999);
});

it('what is not signed is said, and selling goes on', async () => {
  const updates = new Releases();
  updates.refusal = new UpdateFailure('untrusted', 'not signed');
  till = await openTestTill({ updates });
  expect(await till.call('updates.look', {})).toMatchObject({
    step: 'idle',
    found: null,
    error: { code: 'update_untrusted' },
  });
  await till.sell(999);
  expect(updates.fetched).toBe(0);
});

it('what fails while nobody asks is said as well, and the next look that succeeds ends it', async () => {
  const updates = new Releases();
  till = await openTestTill({ updates });
  await till.call('updates.look', {});
  await once(({ step }) => step === 'ready');
  updates.failed(new UpdateFailure('unreachable', 'gone'));
  expect(await status()).toMatchObject({ step: 'ready', error: { code: 'update_unreachable' } });
  await till.sell(999);
  expect((await till.call('updates.look', {})).error).toBeUndefined();
});

it('a disk with no room for the package is told as that, and it is fetched once there is room', async () => {
  const updates = new Releases();
  updates.diskSays = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  till = await openTestTill({ updates });
  await till.call('updates.look', {});
  await once(({ step, error }) => step === 'idle' && error?.code === 'storage_full');
  updates.diskSays = undefined;
  await till.call('updates.look', {});
  await once(({ step, error }) => step === 'ready' && error === undefined);
});

it('a release older than one that was found before is not offered, and a newer one is', async () => {
  const updates = new Releases();
  till = await openTestTill({ updates });
  updates.found = { version: '0.10.0', notes: '' };
  expect(await till.call('updates.look', {})).toMatchObject({ found: { version: '0.10.0' } });
  await till.restart();
  await till.signIn();
  const fetched = updates.fetched;
  updates.found = { version: '0.9.9', notes: '' };
  expect(await till.call('updates.look', {})).toMatchObject({
    found: null,
    error: { code: 'update_unreachable' },
  });
  expect(updates.fetched).toBe(fetched);
  for (const version of ['0.10.0', '0.10.1']) {
    updates.found = { version, notes: '' };
    await once(({ step }) => step === 'idle' || step === 'ready');
    expect(await till.call('updates.look', {})).toMatchObject({ found: { version } });
  }
});

it('only a manager sees to updates, and only of the version that was found', async () => {
  till = await openTestTill({ updates: new Releases() });
  expect(await till.refusal('updates.agree', { version: '9.9.9', install: true })).toMatchObject({
    code: 'not_found',
  });
  const { staff } = await till.call('staff.save', { name: 'Timur', role: 'cashier', pin: '1357' });
  await till.call('session.signIn', { staffId: staff.id, pin: '1357' });
  expect(await till.refusal('updates.look', {})).toMatchObject({ code: 'not_allowed' });
});

it('a till that is not an installed program says so', async () => {
  till = await openTestTill();
  expect(await status()).toMatchObject({ off: 'elsewhere', step: 'idle', found: null });
});
