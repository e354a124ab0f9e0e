import type { LucideIcon } from 'lucide-react';
import { TONES, type Tone } from '../ui/tone.ts';

/** One thing about the terminal: icon, word and colour. `says` is the whole sentence, where the word is short. */
export function Sign({
  tone,
  icon: Icon,
  word,
  says,
}: {
  tone: Tone;
  icon: LucideIcon;
  word: string;
  says?: string;
}) {
  return (
    <li className={`flex items-center gap-1.5 font-semibold whitespace-nowrap ${TONES[tone].text}`}>
      <Icon aria-hidden className="size-5 shrink-0" />
      {says ? (
        <>
          <span aria-hidden>{word}</span>
          <span className="sr-only">{says}</span>
        </>
      ) : (
        word
      )}
    </li>
  );
}
