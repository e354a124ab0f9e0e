import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/people.ts';
import { RECEIPT_TEXTS } from '../../../shared/receipt-texts.ts';
import { PAPER } from '../../ui/paper-colours.ts';

export interface PaperPreviewProps {
  shopName: string;
  header: string;
  footer: string;
  /** In millimetres; on a sheet of A4 the receipt is as wide as on the wider roll. */
  paper: 58 | 80 | 210;
  /** The paper follows the shop's language, also the one that is about to be saved. */
  language: Language;
}

const COLUMNS = { 58: 32, 80: 48, 210: 48 } as const;

/** What stands for a sale. */
const OFFER = { en: 'Wallet code, 20 USD', ru: 'Код кошелька, 20 USD' } as const satisfies Record<
  Language,
  string
>;

/** A receipt as it will come out, drawn like paper: black on white in either theme, as wide as the roll. */
export function PaperPreview({ shopName, header, footer, paper, language }: PaperPreviewProps) {
  const { t } = useTranslation('manager');
  const words = RECEIPT_TEXTS[language];
  return (
    <figure className="flex min-w-0 flex-col items-center gap-3">
      <figcaption className="self-start font-semibold">{t('settings.preview')}</figcaption>
      <div
        className="max-w-full box-content font-mono px-5 py-6 shadow-raised"
        style={{ ...PAPER, width: `${COLUMNS[paper]}ch` }}
      >
        <p className="text-center text-xl font-semibold break-words">{shopName}</p>
        <Lines text={header} />
        <Rule />
        <Pair left={words.saleNumber('1042')} right="14:05" />
        <Pair left={words.cashier} right="Timur" />
        <Rule />
        <p>Steam</p>
        <Pair left={OFFER[language]} right="10240.00" />
        <p className="mt-2 text-center">{words.key}</p>
        <p className="text-center text-lg font-semibold break-all">XXXX-XXXX-XXXX</p>
        <Rule />
        <Pair left={words.total} right="10240.00" isLarge />
        <Pair left={words.cash} right="10500.00" />
        <Pair left={words.change} right="260.00" />
        {footer.trim() !== '' && <Rule />}
        <Lines text={footer} />
      </div>
    </figure>
  );
}

function Lines({ text }: { text: string }) {
  return text.trim() === '' ? null : (
    <p className="text-center break-words whitespace-pre-line">{text.trimEnd()}</p>
  );
}

function Rule() {
  return <hr className="my-2 border-dashed border-current" />;
}

function Pair({ left, right, isLarge = false }: { left: string; right: string; isLarge?: boolean }) {
  return (
    <p className={`digits flex flex-wrap justify-between gap-x-4 ${isLarge ? 'text-lg font-semibold' : ''}`}>
      <span>{left}</span>
      <span className="ml-auto">{right}</span>
    </p>
  );
}
