import { brokenLaws } from './laws.ts';
import { createWorld, type World, type WorldParts } from './world.ts';

/** Has a world live through `story`, and says which laws were broken in it; the disks are then as they were. */
export async function runWorld(
  given: WorldParts,
  story: (world: World) => Promise<void>,
): Promise<{ world: World; broken: string[] }> {
  const world = createWorld(given);
  process.on('unhandledRejection', world.surprise);
  try {
    await story(world).catch(world.surprise);
    return { world, broken: brokenLaws(world, given.image) };
  } finally {
    world.end();
    process.off('unhandledRejection', world.surprise);
  }
}
