import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '../../ports.ts';

/** Where the hashes of admitted browsers' cookies outlive the process; the cookies themselves are never stored. */
export interface CookieStore {
  load(): string[];
  save(hashes: string[]): void;
}

/** Who gets in: a launch code, used once, buys a cookie; a cookie admits until 16 newer browsers have come. */
export interface Access {
  /** 256 bits, for one browser, within 10 minutes. `used` is called when it has let one in. */
  issueLaunchCode(used?: () => void): string;
  /** The cookie for a launch code that is good; the code is spent. */
  redeem(launchCode: string): string | undefined;
  admits(cookie: string | undefined): boolean;
}

export const LAUNCH_CODE_LIVES_MS = 10 * 60_000;
const MOST_BROWSERS = 16;

export function createAccess(parts: { clock: Clock; random: Random; cookieStore: CookieStore }): Access {
  const { clock, random, cookieStore } = parts;
  let admitted = cookieStore.load();
  let launches: { hash: string; until: number; used: (() => void) | undefined }[] = [];

  const secret = () => Buffer.from(random.bytes(32)).toString('base64url');

  return {
    issueLaunchCode(used) {
      const code = secret();
      launches.push({ hash: hashOf(code), until: clock.monotonic() + LAUNCH_CODE_LIVES_MS, used });
      return code;
    },
    redeem(launchCode) {
      const now = clock.monotonic();
      launches = launches.filter(launch => launch.until > now);
      const hash = hashOf(launchCode);
      const redeemed = launches.filter(launch => sameHash(launch.hash, hash))[0];
      if (!redeemed) return undefined;
      launches = launches.filter(launch => launch !== redeemed);
      redeemed.used?.();
      const cookie = secret();
      admitted = [...admitted, hashOf(cookie)].slice(-MOST_BROWSERS);
      cookieStore.save(admitted);
      return cookie;
    },
    admits(cookie) {
      if (cookie === undefined) return false;
      const hash = hashOf(cookie);
      return admitted.filter(known => sameHash(known, hash)).length > 0;
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
