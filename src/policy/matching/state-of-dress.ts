import type { PersonAttire } from '../words/evidence.ts';
import { listOf } from '../sentence.ts';

/** From this share of skin on a part counts as bare, up to the other as covered; between them nothing is said. */
const [bareFrom, coveredTo] = [0.6, 0.15];

const isCovered = (share: number | null | undefined): boolean =>
  share !== null && share !== undefined && share <= coveredTo;

/** Whether trousers, a skirt or a towel is seen over the thighs. Not known counts as not covered. */
export function isCoveredBelowWaist({ skin }: PersonAttire): boolean {
  return isCovered(skin?.thighs);
}

/** Whether everything that can be measured, the body at least, is under a shirt, a tracksuit or a towel. */
export function isCoveredUp({ skin }: PersonAttire): boolean {
  return isCovered(skin?.torso) && (skin?.thighs === null || isCovered(skin?.thighs));
}

/** 'bare shoulders and legs', by what is bare on at least one of the people; empty when nothing is known to be bare. */
export function sayBareParts(people: readonly PersonAttire[]): string {
  const isBare = (part: 'upperArms' | 'torso' | 'thighs'): boolean =>
    people.some(({ skin }) => (skin?.[part] ?? 0) >= bareFrom);
  const parts = [
    ...(isBare('upperArms') ? ['shoulders'] : []),
    ...(isBare('torso') ? ['chest or midriff'] : []),
    ...(isBare('thighs') ? ['legs'] : []),
  ];
  return parts.length === 0 ? '' : `bare ${listOf(parts)}`;
}
