import { boxAround, type Box } from '../../lib/geometry.ts';
import type { TextRegion } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';
import { namedPupils, type NamedPupils } from './named-pupils.ts';

/** A name read in the picture: which region it begins in (from 0), and whether the reading can be relied upon. */
export interface RegionName extends NamedPupils {
  readonly region: number;
  readonly isReadable: boolean;
}

const overlap = (a: number, aSize: number, b: number, bSize: number): number =>
  Math.min(a + aSize, b + bSize) - Math.max(a, b);

/** Whether `b` continues `a`: the next line of the same badge, or the next word of the same line. */
function continues(a: Box, b: Box): boolean {
  const height = Math.min(a.height, b.height);
  if (Math.max(a.height, b.height) > 3 * height) return false;
  const below = b.y - (a.y + a.height);
  const isBelow = b.y > a.y && below < 1.2 * height && below > -0.6 * height;
  if (isBelow && overlap(a.x, a.width, b.x, b.width) > 0.3 * Math.min(a.width, b.width)) return true;
  const beside = b.x - (a.x + a.width);
  return b.x > a.x && beside < 1.5 * height && beside > -height && overlap(a.y, a.height, b.y, b.height) > 0.5 * height;
}

/** Below the reading limit only a whole name counts: chance does not spell one. */
const isUsable = (name: RegionName): boolean =>
  name.isReadable || (name.form === 'full' && name.confidence !== 'possible');

/** First name and last name often stand on two lines; neighbours are read together for whole names. */
function readNeighbours(regions: readonly TextRegion[], facts: Facts, alone: readonly RegionName[]): RegionName[] {
  const boxes = regions.map((region) => boxAround(region.quad));
  const idsOf = (name: NamedPupils): string => [...name.barred, ...name.others].map((pupil) => pupil.id).join();
  const known = new Set(alone.filter((name) => name.form === 'full').map((name) => `${name.region}:${idsOf(name)}`));
  return regions.flatMap((first, a) =>
    regions.flatMap((second, b) => {
      if (a === b || !continues(boxes[a]!, boxes[b]!)) return [];
      const isReadable = Math.min(first.score, second.score) >= facts.policy.text.readable;
      return namedPupils(`${first.text} ${second.text}`, 'picture', facts)
        .filter((name) => name.form === 'full' || name.form === 'initial')
        .filter((name) => !known.has(`${a}:${idsOf(name)}`) && !known.has(`${b}:${idsOf(name)}`))
        .map((name) => ({ ...name, region: a, isReadable }));
    }),
  );
}

/** Every pupil's name that can be read in the picture, on one line or over two. */
export function readRegions(regions: readonly TextRegion[], facts: Facts): RegionName[] {
  const alone = regions.flatMap((region, index) =>
    namedPupils(region.text, 'picture', facts).map((name) => ({
      ...name,
      region: index,
      isReadable: region.score >= facts.policy.text.readable,
    })),
  );
  return [...alone, ...readNeighbours(regions, facts, alone)].filter(isUsable);
}
