/** Resolves when nothing moves or changes colour any more: what is measured in between is neither before nor after. */
export async function settled(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(animation => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(animation => animation.finished));
}
