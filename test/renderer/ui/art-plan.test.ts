import { describe, expect, test } from 'vitest';
import { artPlan } from '../../../renderer/ui/art-plan.ts';

describe('the picture of a product', () => {
  test('is the same for the same name, however it is written', () => {
    expect(artPlan('Steam')).toEqual(artPlan(' Steam '));
    expect({ ...artPlan('STEAM'), initials: 'St' }).toEqual(artPlan('Steam'));
  });

  test('differs between names that differ by a letter', () => {
    expect({ ...artPlan('Level 1'), initials: '' }).not.toEqual({ ...artPlan('Level 2'), initials: '' });
  });

  test.each([
    ['PUBG Mobile', 'PM'],
    ['Steam', 'St'],
    ['Apple Gift Card', 'AG'],
    ['Танки Blitz', 'ТB'],
    ['원신', '원신'],
    ['🎮 Roblox', 'Ro'],
    ['', ''],
  ])('%s shows %s', (name, initials) => {
    expect(artPlan(name).initials).toBe(initials);
  });
});
