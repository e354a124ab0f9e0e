import { expect, test } from 'vitest';
import { MISTAKES } from '../e2e/desktop-mistakes.ts';
import { built } from './output.ts';

test.each(MISTAKES)(
  'the mistake "$name" still finds its place in the built desktop till',
  ({ file, from }) => {
    const [part, name = ''] = file.split('/');
    const code = built(part as 'main' | 'preload').get(name) ?? '';
    expect(code.split(from).length - 1).toBe(1);
  },
);
