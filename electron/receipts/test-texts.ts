import type { Language } from '../../shared/people.ts';

interface TestTexts {
  title: string;
  alphabet: string;
  explained: string;
  printer: string;
  paper: string;
  millimetres: string;
}

/** What the test page says. */
export const TEST_TEXTS: Record<Language, TestTexts> = {
  en: {
    title: 'TEST PRINT',
    alphabet: 'ABCDEFGHIJKLM NOPQRSTUVWXYZ abcdefghijklm nopqrstuvwxyz 0123456789',
    explained: 'If every line is complete and the code can be scanned, the printer is ready.',
    printer: 'Printer',
    paper: 'Paper',
    millimetres: 'mm',
  },
  ru: {
    title: 'ПРОВЕРКА ПЕЧАТИ',
    alphabet: 'АБВГДЕЁЖЗИЙКЛМНО ПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмно прстуфхцчшщъыьэюя №',
    explained: 'Если все строки целы и код читается сканером, принтер готов к работе.',
    printer: 'Принтер',
    paper: 'Бумага',
    millimetres: 'мм',
  },
};
