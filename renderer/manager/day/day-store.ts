import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DayReport } from '../../../shared/contract/records.ts';
import type { Output } from '../../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { Bridge, CallError } from '../../bridge.ts';
import { dayAfter } from './calendar.ts';

export interface DayState {
  report: Answered<DayReport>;
  /** The business day that is running, as the till said last; null until it has. */
  today: string | null;
  isExporting: boolean;
  exportFailure: CallError | null;
  /** Null: the day that is running now. */
  go: (day: string | null) => Promise<void>;
  step: (days: 1 | -1) => Promise<void>;
  /** The day as a file to keep; undefined where it was refused, and `exportFailure` says why. */
  exportDay: () => Promise<Output<'reports.export'> | undefined>;
  /** Keeps today's report up to date while someone looks at it; returns the function that stops. */
  watch: () => () => void;
}

/** Orders change in flocks: one report for all that change within this time. */
const AFTER_CHANGES_MS = 800;
const FRESH = { report: UNASKED, today: null, isExporting: false, exportFailure: null } as const;

/** The report of one business day. */
export function createDayStore(bridge: Bridge): StoreApi<DayState> {
  let lastAsked = 0;
  const store = createStore<DayState>()((set, get) => ({
    ...FRESH,
    async go(day) {
      const asked = ++lastAsked;
      set({ report: asking(get().report), exportFailure: null });
      const answer = await bridge.call('reports.day', day === null ? {} : { day });
      if (asked !== lastAsked) return;
      const today = day === null && answer.ok ? answer.value.day : get().today;
      set({ report: answered(get().report, answer), today });
    },
    async step(days) {
      const { report, today, go } = get();
      if (!report.value) return;
      const day = dayAfter(report.value.day, days);
      await go(day === today ? null : day);
    },
    async exportDay() {
      const { report, isExporting } = get();
      if (!report.value || isExporting) return undefined;
      set({ isExporting: true, exportFailure: null });
      const answer = await bridge.call('reports.export', { day: report.value.day });
      set({ isExporting: false, exportFailure: answer.ok ? null : answer.error });
      return answer.ok ? answer.value : undefined;
    },
    watch() {
      let due: ReturnType<typeof setTimeout> | undefined;
      const refresh = () => {
        const { report, today, go } = get();
        if (report.value?.day === today) void go(null);
      };
      const stop = bridge.on(event => {
        if (event.name !== 'orders.changed' && event.name !== 'resync') return;
        clearTimeout(due);
        due = setTimeout(refresh, AFTER_CHANGES_MS);
      });
      return () => {
        clearTimeout(due);
        stop();
      };
    },
  }));
  return store;
}
