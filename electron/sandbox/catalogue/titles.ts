import type { RegionCode } from './regions.ts';

/** Words that make up the titles of games on keys: what the tens of thousands of a whole catalogue are. */
const FIRST =
  'Crimson Silent Iron Frozen Hollow Golden Broken Distant Savage Hidden Eternal Burning Fallen Lost Rising Shattered Ancient Neon Quiet Wild Cursed Emerald Scarlet Sunken Last Endless Forgotten Midnight Thunder Velvet Obsidian Radiant Stolen Wandering Northern Southern Lunar Solar Astral Feral Gilded Haunted Infinite Jade Kinetic Lawless Mystic Noble Outer Phantom Quantum Restless Sacred Turbo Umbral Vivid Winter Young Zealous Brave Copper Deep Electric Final';
const SECOND =
  'Harbor Frontier Empire Valley Legion Horizon Citadel Odyssey Reckoning Echo Covenant Tides Crown Garden Protocol Dominion Signal Voyage Kingdom Ashes Circuit Descent Expanse Forge Guild Hunters Islands Journey Keep Labyrinth Machines Nights Oracle Path Quest Riders Skies Throne Uprising Vanguard Wardens Exiles Zone Arena Brigade Chronicle Dawn Engine Fables Gambit Heist Isle Junction Knights Lands Mirage Nexus Outlaws Paradox Racers Saga Tactics Underworld Villages';
const firstWords = FIRST.split(' ');
const secondWords = SECOND.split(' ');

export const EDITIONS: readonly (readonly [name: string, share: number])[] = [
  ['Standard Edition', 100],
  ['Deluxe Edition', 135],
  ['Ultimate Edition', 180],
];

export const SHELVES: readonly (readonly [platform: string, region: RegionCode])[] = [
  ['Steam', 'GLOBAL'],
  ['Xbox', 'US'],
  ['PlayStation', 'EU'],
  ['Nintendo', 'EU'],
  ['Steam', 'TR'],
  ['Epic Games', 'GLOBAL'],
];

/** Every title once, neighbours unlike each other. */
export function* gameTitles(): Generator<string> {
  for (let index = 0; index < firstWords.length * secondWords.length; index++) {
    const turn = Math.floor(index / firstWords.length);
    const first = firstWords[index % firstWords.length];
    yield `${first} ${secondWords[(index + turn) % secondWords.length]}`;
  }
}
