import type { Settings } from '../../shared/contract/terminal.ts';
import { createPaper } from './paper.ts';
import { timeInZone } from './receipt.ts';
import { RECEIPT_TEXTS } from './texts.ts';

export interface TestPageSource {
  settings: Pick<Settings, 'language' | 'shop' | 'receipt'>;
  /** Where it is printed, as the printer calls itself. */
  target: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** What shows a person that the printer is well: both alphabets, the width of the paper, a code to scan, the cut. */
export function testPage({ settings, target, at }: TestPageSource): Uint8Array {
  const texts = RECEIPT_TEXTS[settings.language];
  const paper = createPaper(settings.receipt.paper);
  paper.text(settings.shop.name, { width: 2, height: 2, bold: true, align: 'center' });
  paper.text('');
  paper.banner(texts.testTitle);
  paper.text('');
  paper.pair(texts.testPrinter, target);
  paper.pair(texts.testPaper, `${settings.receipt.paper} mm`);
  paper.text(timeInZone(at, settings.shop.timeZone, settings.language));
  paper.rule();
  paper.exact('1234567890'.repeat(5).slice(0, paper.columns), {});
  for (const language of Object.values(RECEIPT_TEXTS)) paper.text(language.testAlphabet);
  paper.rule();
  paper.text(texts.testExplained, { align: 'center' });
  paper.text('');
  paper.qr('KeyTill');
  return paper.cut();
}
