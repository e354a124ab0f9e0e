import type { Settings } from '../../shared/contract/terminal.ts';
import type { Paper } from './paper.ts';
import { timeInZone } from './receipt.ts';
import { TEST_TEXTS } from './test-texts.ts';

export interface TestPageSource {
  settings: Pick<Settings, 'language' | 'shop' | 'receipt'>;
  /** Where it is printed, as the printer calls itself. */
  target: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** What shows a person that the printer is well: both alphabets, the width of the paper, a code to scan, the cut. */
export function drawTestPage(paper: Paper, { settings, target, at }: TestPageSource): void {
  const texts = TEST_TEXTS[settings.language];
  paper.text(settings.shop.name, { width: 2, height: 2, bold: true, align: 'center' });
  paper.text('');
  paper.banner(texts.title);
  paper.text('');
  paper.pair(texts.printer, target);
  const width = settings.receipt.paper;
  paper.pair(texts.paper, width === 210 ? 'A4' : `${width} ${texts.millimetres}`);
  paper.text(timeInZone(at, settings.shop.timeZone, settings.language));
  paper.rule();
  paper.exact('1234567890'.repeat(5).slice(0, paper.columns), {});
  for (const language of Object.values(TEST_TEXTS)) paper.text(language.alphabet);
  paper.rule();
  paper.text(texts.explained, { align: 'center' });
  paper.text('');
  paper.qr('KeyTill');
}
