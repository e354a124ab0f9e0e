import { LANGUAGES, type Language } from '../../../shared/people.ts';
import { DataFolderInUse, UnusableDataFolder } from '../../data-folder.ts';
import { DESKTOP_TEXTS } from './texts.ts';

/** The command line or a KEYTILL_ variable says something that no till understands. */
export class WrongOptions extends Error {
  override readonly name = 'WrongOptions';
}

/** What a person is told who has no till on the screen: what to do, and below it what exactly is wrong. */
export function cannotStart(
  error: unknown,
  language: Language | undefined,
): { title: string; content: string } {
  const reason = reasonOf(error);
  const texts = (language ? [language] : LANGUAGES).map(known => DESKTOP_TEXTS[known].cannotStart);
  return {
    title: texts.map(({ title }) => title).join(' · '),
    content: [...texts.map(text => text[reason]), detailOf(error)].join('\n\n'),
  };
}

function reasonOf(error: unknown): 'options' | 'inUse' | 'folder' | 'other' {
  if (error instanceof WrongOptions) return 'options';
  if (error instanceof DataFolderInUse) return 'inUse';
  return error instanceof UnusableDataFolder ? 'folder' : 'other';
}

/** Its first paragraph: a table of every option is for a terminal. */
const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n\n')[0] ?? '';
