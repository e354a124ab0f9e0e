import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../shared/receipt.ts';
import { RECEIPT_TEXTS, type ReceiptTexts } from '../../shared/receipt-texts.ts';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { INVERTED, PAPER } from '../ui/paper-colours.ts';
import { QrCode } from '../ui/qr-code.tsx';

type Line = Receipt['lines'][number];

const TEETH = '#0000, #000 1deg 89deg, #0000 90deg';
const TORN_EDGES = {
  mask: `conic-gradient(from 135deg at top, ${TEETH}) top / 0.75rem 51% repeat-x, conic-gradient(from -45deg at bottom, ${TEETH}) bottom / 0.75rem 51% repeat-x`,
};

/**
 * A receipt, drawn as the strip of paper it is: dark on white in either theme, in the language it is printed in. It shows
 * what the customer was handed first: that another one would be a copy is said beside the printing. No receipt of a real
 * sale has a key here; the sample in the settings has one, where the printer prints it.
 */
export function ReceiptPaper({ receipt }: { receipt: Receipt }) {
  const texts = RECEIPT_TEXTS[receipt.language];
  return (
    <div
      lang={receipt.language}
      style={{ ...TORN_EDGES, ...PAPER }}
      className="flex flex-col gap-2 px-4 py-8 font-mono leading-snug"
    >
      <p className="text-center text-xl font-bold">{receipt.shopName}</p>
      <Lines texts={receipt.header} />
      <div className="pt-2">
        <Pair left={texts.saleNumber(receipt.saleNumber)} right={receipt.at} />
        <Pair left={texts.cashier} right={receipt.cashier} />
      </div>
      <Rule />
      {receipt.kind === 'slip' && <SlipHead number={receipt.saleNumber} texts={texts} />}
      {receipt.lines.map(line => (
        <LineOnPaper key={line.items[0]?.orderId ?? line.offerName} line={line} texts={texts} />
      ))}
      <Payment receipt={receipt} texts={texts} />
      {receipt.lines.map(line =>
        line.items.map(
          ({ orderId, key }) =>
            key !== undefined && <KeyOnPaper key={orderId} line={line} text={key} texts={texts} />,
        ),
      )}
      {receipt.footer.length > 0 && <Rule />}
      <Lines texts={receipt.footer} />
    </div>
  );
}

function SlipHead({ number, texts }: { number: string; texts: ReceiptTexts }) {
  return (
    <>
      <p className="text-center text-lg font-bold">{texts.slipTitle}</p>
      <Banner>{texts.slipPaid}</Banner>
      <p className="text-center font-bold">{texts.slipPromise}</p>
      <p className="text-center">{texts.slipKeep}</p>
      <p className="py-2 text-center text-4xl font-bold">{number}</p>
      <Rule />
    </>
  );
}

function LineOnPaper({ line, texts }: { line: Line; texts: ReceiptTexts }) {
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
            {status === 'delivered' ? <Delivered by={line.delivery} texts={texts} /> : texts[status]}
          </p>
        ))}
      </div>
      <Rule />
    </>
  );
}

/** A key that is not drawn: said in the words of whoever looks, and what is true of this till. */
function Delivered({ by, texts }: { by: Line['delivery']; texts: ReceiptTexts }) {
  const { t, i18n } = useTranslation('till');
  const hasPrinter = useFrom(createTerminalStore, state => state.status?.printer.state !== 'none');
  if (by !== 'key') return texts.credited;
  return <span lang={i18n.language}>{hasPrinter ? t('receipt.keyOnPaper') : t('receipt.keyOnDemand')}</span>;
}

function countByStatus(line: Line) {
  const counts = new Map<Line['items'][number]['status'], number>();
  for (const { status, key } of line.items) {
    if (key === undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts];
}

function KeyOnPaper({ line, text, texts }: { line: Line; text: string; texts: ReceiptTexts }) {
  const { t } = useTranslation('till');
  return (
    <>
      <Rule />
      <div className="text-center">
        <p className="text-lg font-bold">{texts.key}</p>
        <p className="font-bold">{line.productName}</p>
        {line.offerName !== line.productName && <p>{line.offerName}</p>}
        <p className="py-2 text-xl font-bold break-all">{text}</p>
        <QrCode text={text} label={t('key.code', { name: line.offerName })} className="mx-auto size-36" />
      </div>
    </>
  );
}

function Payment({ receipt, texts }: { receipt: Receipt; texts: ReceiptTexts }) {
  const { currency, payment, total, refunded } = receipt;
  const { tendered, change, reference } = payment;
  return (
    <div>
      <div className="text-lg font-bold">
        <Pair left={texts.total} right={`${total} ${currency}`} />
      </div>
      <Pair left={texts[payment.method]} right={tendered ?? total} />
      {change !== undefined && <Pair left={texts.change} right={change} />}
      {reference !== undefined && <Pair left={texts.reference} right={reference} />}
      {refunded !== undefined && <Pair left={texts.moneyReturned} right={refunded} />}
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
  return (
    <p style={INVERTED} className="py-1 text-center text-xl font-bold">
      {children}
    </p>
  );
}

function Rule() {
  return <div className="border-t-2 border-dashed border-current" />;
}
