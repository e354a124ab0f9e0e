import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { hostsUnderTest } from '../support/hosts.ts';
import { whyNoSecretService } from '../support/secret-service.ts';
import { connectProgram, type ServedTill, serveBuiltTill, type TillProgram } from '../support/served-till.ts';

const TOKEN = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const PIN = '86420975';

/** Elsewhere the keychain is another one, and there is none to start for a test. */
describe.runIf(hostsUnderTest().includes('loopback') && !whyNoSecretService())(
  'a till with the system’s real keychain',
  () => {
    const home = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
    const folder = join(home, 'till');
    let sandbox: Sandbox;
    let till: ServedTill;
    let program: TillProgram;

    const start = async (): Promise<void> => {
      const args = ['--data', folder, '--partner', sandbox.url, '--aggregator', sandbox.url];
      till = await serveBuiltTill({ entry: 'serve', args, keyringHome: home });
      program = await connectProgram(till.url);
    };
    beforeAll(async () => {
      sandbox = await startSandbox({ token: TOKEN });
      await start();
    });
    afterAll(async () => {
      await till?.stop();
      await sandbox?.stop();
      rmSync(home, { recursive: true, force: true });
    });

    it('is set up, killed, started again, and still sells: its token and keys outlive the process', async () => {
      const { staff } = await program.call('setup.complete', {
        language: 'en',
        shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
        token: TOKEN,
        manager: { name: 'Mira', pin: PIN },
      });
      await till.kill();
      await start();
      expect(await program.call('terminal.status', {})).toMatchObject({ phase: 'ready', keychain: 'os' });
      await program.call('session.signIn', { staffId: staff.id, pin: PIN });
      await program.call('catalogue.import', { offerIds: '999' });
      const { orders } = await program.call('sales.charge', {
        attemptId: crypto.randomUUID(),
        lines: [{ offerId: 999, quantity: 1, price: '23.09' }],
        payment: { method: 'cash' },
      });
      const orderId = orders[0]?.id ?? '';
      const stateOf = async () => (await program.call('orders.get', { orderId })).order.state;
      await expect.poll(stateOf, { timeout: 10_000 }).toBe('completed');
      const key = sandbox.ledger.order(orderId)?.key ?? '';
      expect((await program.call('orders.revealKey', { orderId })).key).toBe(key);

      await till.stop();
      const bytes = Buffer.concat(filesBelow(folder).map(file => readFileSync(file))).toString('latin1');
      for (const secret of [TOKEN, PIN, key]) expect(bytes.includes(secret)).toBe(false);
      await start();
      await program.call('session.signIn', { staffId: staff.id, pin: PIN });
      expect((await program.call('orders.revealKey', { orderId })).key).toBe(key);
    });
  },
);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
