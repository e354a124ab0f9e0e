import type { FaultInput } from '../../../electron/sandbox/faults.ts';
import type { Sandbox } from '../../../electron/sandbox/sandbox.ts';
import type { Chance } from '../chance.ts';

const CREATE = ['create-order'] as const;

/** What a partner and the way to it do to a till, some of it to everything and some to orders alone. */
const FAULTS: readonly FaultInput[] = [
  { kind: 'cut', when: 'before', calls: [...CREATE], times: 3 },
  { kind: 'cut', when: 'after', calls: [...CREATE], times: 3 },
  { kind: 'cut', when: 'midway', times: 3 },
  { kind: 'hang', when: 'after', calls: [...CREATE], times: 2 },
  { kind: 'truncated', times: 3 },
  { kind: 'html', status: 502, when: 'after', times: 3 },
  { kind: 'status', status: 500, when: 'after', times: 3 },
  { kind: 'status', status: 429, retryAfter: 1, times: 2 },
  { kind: 'refuse', code: 'SERVICE_UNAVAILABLE', times: 2 },
  { kind: 'refuse', code: 'INSUFFICIENT_BALANCE', calls: [...CREATE], times: 2 },
  { kind: 'refuse', code: 'INVALID_REQUEST_BODY', calls: [...CREATE], times: 1 },
];

export interface Weather {
  /** Changes to whatever comes next. */
  turn(): Promise<void>;
  clear(): Promise<void>;
}

/** The same seed brings the same weather, turn by turn. */
export function createWeather(sandbox: Sandbox, chance: Chance): Weather {
  let isDown = false;
  const clear = async (): Promise<void> => {
    sandbox.faults.clear();
    if (isDown) await sandbox.up();
    isDown = false;
  };
  return {
    clear,
    async turn() {
      await clear();
      const kind = chance();
      if (kind < 0.3) return;
      if (kind < 0.4) {
        isDown = true;
        await sandbox.down(chance() < 0.5 ? 'refuse' : 'silent');
        return;
      }
      if (kind < 0.6) sandbox.faults.add({ kind: 'latency', ms: Math.floor(chance() * 250) });
      const fault = FAULTS[Math.floor(chance() * FAULTS.length)];
      if (fault) sandbox.faults.add(fault);
      sandbox.plans.next({ plan: planFor(chance()), offerId: 1001 });
    },
  };
}

function planFor(chance: number): Parameters<Sandbox['plans']['next']>[0]['plan'] {
  if (chance < 0.2) return { outcome: 'CANCELED' };
  if (chance < 0.4) return { processingMs: 200, outcome: 'FAILED' };
  if (chance < 0.6) return { key: 'late' };
  return { submittedMs: 50, processingMs: 150 };
}
