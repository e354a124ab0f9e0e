import type { Balance } from '../../shared/contract/balance.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { Output, ParsedInput } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import { compare, type Decimal } from '../../shared/money.ts';
import type { Partner, PartnerBalance, PartnerResult } from '../partner/partner.ts';
import { type PartnerFailure, tillErrorOf } from '../partner/till-error.ts';
import type { Clock, RequestPriority } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { type BalanceSnapshot, readSnapshot, writeSnapshot } from './balance-store.ts';

export interface BalanceNeeds {
  db: Db;
  clock: Clock;
  partner: Pick<Partner, 'balance' | 'transactions'>;
  settings: () => Pick<Settings, 'lowBalance'>;
  /** Called when what the screens show is no longer right; not for a mere new `asOf`. */
  changed: (balance: Balance) => void;
}

export interface BalancePart {
  /**
   * The partner's word, not older than 30 seconds, or asked now where `fresh`. Where the partner does not answer: its
   * last word, marked stale. Throws what kept it from answering where it never has.
   */
  get(asked: ParsedInput<'balance.get'>): Promise<Balance>;
  /** An order was paid for: asks again in a moment, once for many. */
  noteUsed(): void;
  /** Throws `history_needs_management_token` where the shop token is not enough. */
  transactions(asked: ParsedInput<'balance.transactions'>): Promise<Output<'balance.transactions'>>;
  /** Asks with a token that is not stored yet, and remembers nothing. */
  check(token: string): Promise<PartnerResult<PartnerBalance>>;
  /** Keeps what `check` answered, once its token is the till's. */
  remember(said: PartnerBalance): void;
  /** Whose account it is, as far as the partner has ever said. */
  partnerId(): string | undefined;
  /** Forgets the refresh that is due. */
  stop(): void;
}

const FRESH_FOR_MS = 30_000;
const REFRESH_AFTER_MS = 2000;

export function createBalance({ db, clock, partner, settings, changed }: BalanceNeeds): BalancePart {
  let snapshot = readSnapshot(db);
  let stale = true;
  let answeredAt: number | undefined;
  let asking: Promise<PartnerFailure | undefined> | undefined;
  let cancelRefresh: (() => void) | undefined;

  function remember(said: PartnerBalance): void {
    const before = snapshot && { ...snapshot, stale };
    snapshot = { ...said, asOf: clock.now() };
    stale = false;
    answeredAt = clock.monotonic();
    writeSnapshot(db, snapshot);
    if (!before || !isSame(before, { ...snapshot, stale })) tell();
  }

  function noteSilence(): void {
    if (stale) return;
    stale = true;
    tell();
  }

  function tell(): void {
    if (snapshot) changed(view(snapshot, stale, settings().lowBalance));
  }

  /** One request for all who ask at the same time; what went wrong, if anything did. */
  function ask(priority: RequestPriority): Promise<PartnerFailure | undefined> {
    asking ??= partner
      .balance({ priority })
      .then(result => {
        if (result.kind === 'ok') {
          // Where only the call that names no account answers, it is the same account: the token is.
          remember({ ...result.value, partnerId: result.value.partnerId || (snapshot?.partnerId ?? '') });
          return undefined;
        }
        noteSilence();
        return result;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  return {
    async get({ fresh }) {
      const isRecent = answeredAt !== undefined && clock.monotonic() - answeredAt < FRESH_FOR_MS;
      const failure = fresh || stale || !isRecent ? await ask('person') : undefined;
      if (snapshot) return view(snapshot, stale, settings().lowBalance);
      throw failure ? tillErrorOf(failure) : new TillError('internal', 'The balance was answered and lost.');
    },

    noteUsed() {
      cancelRefresh ??= clock.after(REFRESH_AFTER_MS, () => {
        cancelRefresh = undefined;
        // Nobody waits for this one: a disk that does not take the answer makes the balance stale, not the till fall.
        ask('background').catch(noteSilence);
      });
    },

    async transactions({ page, limit }) {
      const result = await partner.transactions(page, limit);
      if (result.kind === 'ok') return result.value;
      if (result.kind === 'refused' && result.code === 'INVALID_TOKEN') {
        throw new TillError(
          'history_needs_management_token',
          'The partner shows the history only to a management token.',
        );
      }
      throw tillErrorOf(result);
    },

    check: token => partner.balance({ priority: 'person', token }),
    remember,
    partnerId: () => snapshot?.partnerId,

    stop() {
      cancelRefresh?.();
      cancelRefresh = undefined;
    },
  };
}

/** A postpaid account may go below zero, so it is never low. */
function view(snapshot: BalanceSnapshot, stale: boolean, lowBalance: Decimal): Balance {
  const { balance, reserved, currency, postpaid, asOf } = snapshot;
  return {
    balance,
    reserved,
    currency,
    postpaid,
    asOf: new Date(asOf).toISOString(),
    stale,
    low: !postpaid && compare(balance, lowBalance) < 0,
  };
}

type Shown = BalanceSnapshot & { stale: boolean };

function isSame(a: Shown, b: Shown): boolean {
  return (
    a.balance === b.balance &&
    a.reserved === b.reserved &&
    a.currency === b.currency &&
    a.postpaid === b.postpaid &&
    a.stale === b.stale
  );
}
