import { describe, expect, test } from 'vitest';
import { type CookieStore, createAccess } from '../../../electron/hosts/loopback/access.ts';
import type { Clock, Random } from '../../../electron/ports.ts';

function parts(stored: string[] = []) {
  let monotonic = 0;
  let seed = 0;
  const clock: Clock = { now: () => 0, monotonic: () => monotonic, after: () => () => {} };
  const random: Random = { bytes: length => new Uint8Array(length).fill(++seed), fraction: () => 0 };
  let saved = stored;
  const cookieStore: CookieStore = {
    load: () => saved,
    save(hashes) {
      saved = hashes;
    },
  };
  return { clock, random, cookieStore, saved: () => saved, pass: (ms: number) => (monotonic += ms) };
}

function redeemed(access: ReturnType<typeof createAccess>): string {
  const cookie = access.redeem(access.issueLaunchCode());
  if (cookie === undefined) throw new Error('a fresh launch code was refused');
  return cookie;
}

describe('access', () => {
  test('a launch code buys one cookie and is spent', () => {
    const access = createAccess(parts());
    const code = access.issueLaunchCode();
    const cookie = access.redeem(code);
    expect(access.admits(cookie)).toBe(true);
    expect(access.redeem(code)).toBeUndefined();
  });

  test('codes have 256 bits and differ from the cookies they buy', () => {
    const access = createAccess(parts());
    const code = access.issueLaunchCode();
    expect(Buffer.from(code, 'base64url')).toHaveLength(32);
    expect(access.redeem(code)).not.toBe(code);
  });

  test('a launch code nobody used is worth nothing after ten minutes', () => {
    const world = parts();
    const access = createAccess(world);
    const code = access.issueLaunchCode();
    world.pass(10 * 60_000);
    expect(access.redeem(code)).toBeUndefined();
  });

  test('a cookie admits after a restart, because its hash was kept; a launch code does not', () => {
    const world = parts();
    const before = createAccess(world);
    const unused = before.issueLaunchCode();
    const cookie = redeemed(before);
    const after = createAccess(world);
    expect(after.admits(cookie)).toBe(true);
    expect(after.redeem(unused)).toBeUndefined();
  });

  test('what is kept is never the cookie itself', () => {
    const world = parts();
    const cookie = redeemed(createAccess(world));
    expect(world.saved()).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(world.saved().join()).not.toContain(cookie);
    expect(createAccess(world).admits(world.saved()[0])).toBe(false);
  });

  test('the seventeenth browser puts the first one out', () => {
    const access = createAccess(parts());
    const cookies = Array.from({ length: 17 }, () => redeemed(access));
    expect(cookies.map(cookie => access.admits(cookie))).toEqual([false, ...Array(16).fill(true)]);
  });

  test('no cookie, an empty one and a made-up one are refused', () => {
    const access = createAccess(parts());
    redeemed(access);
    expect([undefined, '', 'guess'].map(cookie => access.admits(cookie))).toEqual([false, false, false]);
  });

  const HOUR = 60 * 60_000;

  test('a cookie is renewed after an hour, and the old one admits until a minute after the new one is used', () => {
    const world = parts();
    const access = createAccess(world);
    const first = redeemed(access);
    expect(access.renew(first)).toBeUndefined();
    world.pass(HOUR);
    const second = access.renew(first);
    world.pass(HOUR / 2);
    expect([access.admits(first), access.admits(second)]).toEqual([true, true]);
    expect(access.admits(first)).toBe(true);
    world.pass(60_000);
    expect([access.admits(first), access.admits(second)]).toEqual([false, true]);
  });

  test('a successor that never arrived locks nobody out', () => {
    const world = parts();
    const access = createAccess(world);
    const first = redeemed(access);
    for (let lost = 0; lost < 40; lost++) {
      world.pass(HOUR);
      expect(access.admits(first)).toBe(true);
      expect(access.renew(first)).toBeDefined();
    }
  });

  test('every run of the till renews the cookies of the one before', () => {
    const world = parts();
    const first = redeemed(createAccess(world));
    const access = createAccess(world);
    expect(access.admits(first)).toBe(true);
    const second = access.renew(first);
    expect(access.admits(second)).toBe(true);
    world.pass(60_000);
    expect(access.admits(first)).toBe(false);
    const again = createAccess(world);
    expect([again.admits(first), again.admits(second)]).toEqual([false, true]);
  });

  test('of two successors of one cookie the one that is used last stays: whoever copied it does not share it for long', () => {
    const world = parts();
    const first = redeemed(createAccess(world));
    const access = createAccess(world);
    const [stolen, own] = [access.renew(first), access.renew(first)];
    expect(access.admits(stolen)).toBe(true);
    expect(access.admits(own)).toBe(true);
    world.pass(60_000);
    expect([first, stolen, own].map(cookie => access.admits(cookie))).toEqual([false, false, true]);
  });

  test('two that share a copied cookie cannot keep each other in by taking turns', () => {
    const world = parts();
    const first = redeemed(createAccess(world));
    const access = createAccess(world);
    const [stolen, own] = [access.renew(first), access.renew(first)];
    for (let turn = 0; turn < 10; turn++) {
      access.admits(stolen);
      access.admits(own);
      world.pass(30_000);
    }
    expect([stolen, own].map(cookie => access.admits(cookie))).toEqual([false, true]);
  });

  test('a late request with a cookie that was exchanged twice gives it no second life', () => {
    const world = parts();
    const first = redeemed(createAccess(world));
    const access = createAccess(world);
    const second = String(access.renew(first));
    access.admits(second);
    world.pass(HOUR);
    const third = String(access.renew(second));
    expect(access.admits(third)).toBe(true);
    expect(access.admits(second)).toBe(true);
    world.pass(60_000);
    expect([second, third].map(cookie => access.admits(cookie))).toEqual([false, true]);
  });

  test('to ask whether a cookie still admits is no use of it', () => {
    const world = parts();
    const access = createAccess(world);
    const first = redeemed(access);
    world.pass(HOUR);
    const second = String(access.renew(first));
    expect(access.stillAdmits(second)).toBe(true);
    world.pass(HOUR);
    expect(access.stillAdmits(first)).toBe(true);
    access.admits(second);
    world.pass(60_000);
    expect(access.stillAdmits(first)).toBe(false);
  });
});
