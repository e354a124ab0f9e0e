import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '../../ports.ts';

/** Where the hashes of admitted browsers' cookies outlive the process; the cookies themselves are never stored. */
export interface CookieStore {
  load(): string[];
  save(hashes: string[]): void;
}

/** Who gets in: a launch code, used once, buys a cookie; a cookie admits until its successor is used, or 16 newer ones are. */
export interface Access {
  /** 256 bits, for one browser, within 10 minutes. `used` is called when it has let one in. */
  issueLaunchCode(used?: () => void): string;
  /** The cookie for a launch code that is good; the code is spent. */
  redeem(launchCode: string): string | undefined;
  /** Of a request: it is the use that puts an end to the cookie's predecessor. */
  admits(cookie: string | undefined): boolean;
  /** Of what was let in before, and is no use. */
  stillAdmits(cookie: string): boolean;
  /**
   * The successor of a cookie that admits, where its time has come: after an hour, and once in every run of the till.
   * The old one still admits until the new one is used: an answer may not arrive.
   */
  renew(cookie: string): string | undefined;
}

export const LAUNCH_CODE_LIVES_MS = 10 * 60_000;
const COOKIE_IS_NEW_MS = 60 * 60_000;
/** Requests that went out with a cookie while its successor was on the way. */
const LAST_REQUESTS_MS = 60_000;
const MOST_COOKIES = 16;

interface Admitted {
  hash: string;
  /** By the monotonic clock; undefined: an earlier run of the till. */
  since: number | undefined;
  /** The cookie that this one succeeds. */
  after: string | undefined;
  isUsed: boolean;
  /** It does not admit from then on. */
  until: number;
}

export function createAccess(parts: { clock: Clock; random: Random; cookieStore: CookieStore }): Access {
  const { clock, random, cookieStore } = parts;
  let admitted: Admitted[] = cookieStore.load().map(hash => ({
    hash,
    since: undefined,
    after: undefined,
    isUsed: true,
    until: Number.POSITIVE_INFINITY,
  }));
  let launches: { hash: string; until: number; used: (() => void) | undefined }[] = [];

  const secret = () => Buffer.from(random.bytes(32)).toString('base64url');

  function keep(cookies: Admitted[]): void {
    admitted = cookies.slice(-MOST_COOKIES);
    cookieStore.save(admitted.filter(lasts).map(({ hash }) => hash));
  }

  /** A successor whose answer was lost is replaced by the next one, not remembered beside it. */
  function issue(after: string | undefined): string {
    const cookie = secret();
    const since = clock.monotonic();
    const isLost = (each: Admitted) =>
      after !== undefined &&
      each.after === after &&
      !each.isUsed &&
      since - (each.since ?? 0) > LAST_REQUESTS_MS;
    const others = admitted.filter(each => !isLost(each));
    keep([...others, { hash: hashOf(cookie), since, after, isUsed: false, until: Number.POSITIVE_INFINITY }]);
    return cookie;
  }

  function find(cookie: string): Admitted | undefined {
    const hash = hashOf(cookie);
    const now = clock.monotonic();
    return admitted.filter(known => sameHash(known.hash, hash) && known.until > now)[0];
  }

  /**
   * Of all that came from one cookie, the one that is used last stays. One that was used before another took its place does
   * not come back: two that share a cookie cannot keep each other in.
   */
  function takeOver(used: Admitted): void {
    const { after, isUsed } = used;
    used.isUsed = true;
    if (isUsed && !lasts(used)) return;
    const isPast = (each: Admitted) => each !== used && (each.hash === after || each.after === after);
    const isSettled = lasts(used) && !admitted.some(each => isPast(each) && lasts(each));
    if (after === undefined || isSettled) return;
    const until = clock.monotonic() + LAST_REQUESTS_MS;
    keep(
      admitted
        .filter(each => each.until > clock.monotonic())
        .map(each => {
          if (each === used) return { ...each, until: Number.POSITIVE_INFINITY };
          return isPast(each) && lasts(each) ? { ...each, until } : each;
        }),
    );
  }

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
      return issue(undefined);
    },
    admits(cookie) {
      const known = cookie === undefined ? undefined : find(cookie);
      if (known) takeOver(known);
      return known !== undefined;
    },
    stillAdmits: cookie => find(cookie) !== undefined,
    renew(cookie) {
      const known = find(cookie);
      if (!known || !lasts(known)) return undefined;
      const isDue = known.since === undefined || clock.monotonic() - known.since >= COOKIE_IS_NEW_MS;
      return isDue ? issue(known.hash) : undefined;
    },
  };
}

const lasts = ({ until }: Admitted): boolean => until === Number.POSITIVE_INFINITY;

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
