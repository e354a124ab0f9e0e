import { expect, test } from 'vitest';
import { DataFolderInUse, UnusableDataFolder } from '../../../electron/data-folder.ts';
import { cannotStart, WrongOptions } from '../../../electron/hosts/desktop/cannot-start.ts';

test.each([
  ['a wrong option', new WrongOptions("Unknown option '--colour'\n\nKnown options:\n  --data"), /shortcut/],
  ['data that another till has', new DataFolderInUse('In use.'), /Close it first/],
  ['a folder that takes nothing', new UnusableDataFolder('/data (EROFS).'), /disk is connected and has room/],
  ['anything else', new Error('The screens are not built.'), /Restart the computer/],
])('of %s it is said what to do, and below that what is wrong, in a paragraph', (_, error, says) => {
  const { title, content } = cannotStart(error, 'en');
  expect(title).toBe('KeyTill cannot start');
  const [advice, detail, ...rest] = content.split('\n\n');
  expect(advice).toMatch(says);
  expect([detail, rest]).toEqual([error.message.split('\n\n')[0], []]);
});

test('it is said in the language of the shop, and in each where that is not known', () => {
  const error = new UnusableDataFolder('/data (EROFS).');
  expect(cannotStart(error, 'ru').content).toMatch(/^В папку данных .*\n\n\/data \(EROFS\)\.$/);
  const { title, content } = cannotStart(error, undefined);
  expect(title).toBe('KeyTill cannot start · KeyTill не запускается');
  expect(content).toMatch(/^Nothing can be stored.*\n\nВ папку данных.*\n\n\/data/);
});
