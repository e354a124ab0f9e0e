import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gate, type GateNews, nextGate, OPEN } from '../../electron/orders/gate.ts';

const gateAfter = (news: GateNews[], now = 0): Gate =>
  news.reduce<Gate>((gate, each) => nextGate(gate, each, now, 0.5), OPEN);

const paused = (cause: string) => expect.objectContaining({ kind: 'paused', cause });

describe('the gate of the queue', () => {
  it('stays open over two lost answers, and shuts on the third in a row', () => {
    const trouble: GateNews = { type: 'trouble' };
    expect(gateAfter([trouble, trouble]).kind).toBe('open');
    expect(gateAfter([trouble, trouble, trouble])).toEqual(paused('partner_down'));
    expect(gateAfter([trouble, trouble, { type: 'answered' }, trouble, trouble]).kind).toBe('open');
  });

  it('shuts at once when the partner cannot be reached, or does not take the token', () => {
    expect(gateAfter([{ type: 'unreachable' }])).toEqual(paused('partner_down'));
    expect(gateAfter([{ type: 'token_rejected' }])).toEqual(paused('token_rejected'));
  });

  it('probes after longer and longer waits, up to a minute', () => {
    let gate = nextGate(OPEN, { type: 'unreachable' }, 0, 0.5);
    const waits: number[] = [];
    let now = 0;
    for (let probe = 0; probe < 8 && gate.kind === 'paused'; probe++) {
      waits.push(gate.until - now);
      now = gate.until;
      gate = nextGate(gate, { type: 'unreachable' }, now, 0.5);
    }
    expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000, 45_000]);
  });

  it('counts calls that fail side by side as one', () => {
    const once = gateAfter([{ type: 'unreachable' }]);
    expect(gateAfter([{ type: 'unreachable' }, { type: 'unreachable' }, { type: 'trouble' }])).toEqual(once);
  });

  it('opens at the first answer', () => {
    for (const type of ['unreachable', 'token_rejected'] as const) {
      expect(gateAfter([{ type }, { type: 'answered' }])).toMatchObject({ kind: 'open', troubles: 0 });
    }
  });

  it('stays shut for as long as the partner asked for, whatever else it answers meanwhile', () => {
    const limited = nextGate(OPEN, { type: 'rate_limited', retryAfterMs: 10_000 }, 0, 0.5);
    const stillLimited = nextGate(limited, { type: 'answered' }, 9_999, 0.5);
    expect(stillLimited).toEqual({ kind: 'paused', cause: 'rate_limited', until: 10_000, probes: 0 });
    expect(nextGate(limited, { type: 'answered' }, 10_000, 0.5).kind).toBe('open');
  });

  it('waits for the longest of several waits that the partner asked for', () => {
    const waits: GateNews[] = [60_000, 1_000].map(retryAfterMs => ({ type: 'rate_limited', retryAfterMs }));
    expect(gateAfter(waits)).toMatchObject({ until: 60_000 });
  });

  it('that opens for a probe alone waits longer each time, and forgets after a minute without trouble', () => {
    const waitAfter = (passes: number[]): number => {
      let now = 0;
      let gate = nextGate(OPEN, { type: 'unreachable' }, now, 0.5);
      for (const pass of passes) {
        gate = nextGate(gate, { type: 'answered' }, now, 0.5);
        now += pass;
        gate = nextGate(gate, { type: 'unreachable' }, now, 0.5);
      }
      return gate.kind === 'paused' ? gate.until - now : 0;
    };
    expect([[], [0], [59_999, 0]].map(waitAfter)).toEqual([1_500, 3_000, 6_000]);
    expect(waitAfter([0, 0, 60_000])).toBe(1_500);
  });

  it('probes at once when a person asks for it', () => {
    const down = nextGate(OPEN, { type: 'unreachable' }, 0, 0.5);
    expect(nextGate(down, { type: 'try_now' }, 700, 0.5)).toMatchObject({ kind: 'paused', until: 700 });
    expect(nextGate(OPEN, { type: 'try_now' }, 700, 0.5)).toBe(OPEN);
  });

  it('never stays shut for longer than a quarter of an hour without another try', () => {
    const news = fc.oneof(
      fc
        .constantFrom('answered', 'unreachable', 'trouble', 'token_rejected', 'try_now')
        .map(type => ({ type }) as GateNews),
      fc.nat(15 * 60_000).map(retryAfterMs => ({ type: 'rate_limited', retryAfterMs }) as const),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(news, fc.nat(100_000))), steps => {
        let gate: Gate = OPEN;
        let now = 0;
        for (const [each, pass] of steps) {
          now += pass;
          gate = nextGate(gate, each, now, 0.5);
          if (gate.kind === 'paused') expect(gate.until - now).toBeLessThanOrEqual(15 * 60_000);
        }
      }),
    );
  });
});
