import { answeredAs } from './answered-as.ts';
import { findForestalled, type ForestallableAnswer } from './find-forestalled.ts';

/**
 * Where each "yes" about one pupil does not begin, because the same person said "no" before it had; null stands for every
 * channel. `counting`: what was not recorded by mistake, in the order recorded. `day`: an ISO day, by which somebody of age
 * is told from a child.
 */
export function heldBackOn<Given extends ForestallableAnswer & Parameters<typeof answeredAs>[0]>(
  counting: readonly Given[],
  pupil: Parameters<typeof answeredAs>[1],
  day: string,
): ReadonlyMap<Given, readonly (string | null)[]> {
  const left = findForestalled(counting, (one) => answeredAs(one, pupil, day));
  return new Map(
    [...left].map(([yes, parts]) => {
      const held = parts.length === 0 ? [yes] : parts.filter((one) => one !== yes);
      return [yes, [...new Set(held.map(({ channelId }) => channelId))]];
    }),
  );
}
