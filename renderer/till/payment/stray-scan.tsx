import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import { useScanAnywhere } from '../scan-anywhere.ts';
import { useTill, useTillActions } from '../use-till.ts';
import { afterScan } from './payment.ts';

/** Quicker than anyone types an amount, slower than a scanner. */
const LONGEST_GAP_MS = 40;
const SHORTEST_CODE = 4;

/** Money is never taken by a scan: what it wrote goes out of the fields again, and its Enter does nothing. */
export function StrayScan() {
  const { t } = useTranslation('till');
  const till = useTillActions();
  const payment = useTill(state => state.payment);
  const before = useRef(payment);
  const [seen, setSeen] = useState<'scanIgnored' | 'scanKept'>();
  useScanAnywhere({
    longestGapMs: LONGEST_GAP_MS,
    shortest: SHORTEST_CODE,
    begin() {
      before.current = payment;
      setSeen(undefined);
    },
    take() {
      till.takeOutScan(before.current);
      const { reference } = afterScan(before.current, payment);
      setSeen(reference === before.current.reference ? 'scanIgnored' : 'scanKept');
    },
  });
  return seen ? <Notice tone="warn" title={t(`payment.${seen}`)} /> : null;
}
