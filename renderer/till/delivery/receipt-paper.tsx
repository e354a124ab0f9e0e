import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/receipt.ts';

type Words = TFunction<'till', 'receipt'>;
type Line = Receipt['lines'][number];

const TEETH = '#0000, #000 1deg 89deg, #0000 90deg';
const TORN_EDGES = {
  mask: `conic-gradient(from 135deg at top, ${TEETH}) top / 0.75rem 51% repeat-x, conic-gradient(from -45deg at bottom, ${TEETH}) bottom / 0.75rem 51% repeat-x`,
};

/**
 * A receipt, drawn as the strip of paper it is: dark on white in either theme, in the language it is printed in. It shows
 * what the customer was handed first: that another one would be a copy is said beside the printing.
 */
export function ReceiptPaper({ receipt }: { receipt: Receipt }) {
  const { i18n } = useTranslation();
  const t: Words = i18n.getFixedT(receipt.language, 'till', 'receipt');
  return (
    <div
      lang={receipt.language}
      style={TORN_EDGES}
      className="flex scheme-light flex-col gap-2 bg-raised px-4 py-8 font-mono leading-snug text-ink"
    >
      <p className="text-center text-xl font-bold">{receipt.shopName}</p>
      <Lines texts={receipt.header} />
      <div className="pt-2">
        <Pair left={t('sale', { number: receipt.saleNumber })} right={receipt.at} />
        <Pair left={t('cashier')} right={receipt.cashier} />
      </div>
      <Rule />
      {receipt.kind === 'slip' && <SlipHead number={receipt.saleNumber} t={t} />}
      {receipt.lines.map(line => (
        <LineOnPaper key={line.items[0]?.orderId ?? line.offerName} line={line} t={t} />
      ))}
      <Payment receipt={receipt} t={t} />
      {receipt.footer.length > 0 && <Rule />}
      <Lines texts={receipt.footer} />
    </div>
  );
}

function SlipHead({ number, t }: { number: string; t: Words }) {
  return (
    <>
      <p className="text-center text-lg font-bold">{t('slipTitle')}</p>
      <Banner>{t('slipPaid')}</Banner>
      <p className="text-center font-bold">{t('slipPromise')}</p>
      <p className="text-center">{t('slipKeep')}</p>
      <p className="py-2 text-center text-4xl font-bold">{number}</p>
      <Rule />
    </>
  );
}

function LineOnPaper({ line, t }: { line: Line; t: Words }) {
  return (
    <>
      <div>
        <p className="font-bold">{line.productName}</p>
        {line.offerName !== line.productName && <p>{line.offerName}</p>}
        <Pair left={`${line.quantity} × ${line.price}`} right={line.amount} />
        {line.player && <p className="break-words">{line.player}</p>}
        {countByStatus(line).map(([status, count]) => (
          <p key={status} className="font-bold">
            {line.quantity > 1 ? `${count} × ` : ''}
            {status === 'delivered' ? t(`delivered.${line.delivery}`) : t(`status.${status}`)}
          </p>
        ))}
      </div>
      <Rule />
    </>
  );
}

function countByStatus(line: Line) {
  const counts = new Map<Line['items'][number]['status'], number>();
  for (const { status } of line.items) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts];
}

function Payment({ receipt, t }: { receipt: Receipt; t: Words }) {
  const { currency, payment, total, refunded } = receipt;
  const { tendered, change, reference } = payment;
  return (
    <div>
      <div className="text-lg font-bold">
        <Pair left={t('total')} right={`${total} ${currency}`} />
      </div>
      <Pair left={t(payment.method)} right={tendered ?? total} />
      {change !== undefined && <Pair left={t('change')} right={change} />}
      {reference !== undefined && <Pair left={t('reference')} right={reference} />}
      {refunded !== undefined && <Pair left={t('moneyReturned')} right={refunded} />}
    </div>
  );
}

function Pair({ left, right }: { left: string; right: string }) {
  return (
    <p className="flex flex-wrap justify-between gap-x-3">
      <span>{left}</span>
      <span className="digits ml-auto">{right}</span>
    </p>
  );
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.length > 0 && <p className="text-center whitespace-pre-line">{texts.join('\n')}</p>;
}

/** White on black, as the printer prints it. */
function Banner({ children }: { children: ReactNode }) {
  return <p className="bg-ink py-1 text-center text-xl font-bold text-raised">{children}</p>;
}

function Rule() {
  return <div className="border-t-2 border-dashed border-ink" />;
}
