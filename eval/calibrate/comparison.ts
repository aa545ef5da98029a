import { calibrateLikeness } from '../../src/detectors/match/calibrate-likeness.ts';
import type { GroupErrors, LikenessScale } from '../../src/policy/words/match-measurement.ts';
import type { ChildPair } from '../verification/pair-children.ts';

export type Group = GroupErrors['group'];
export type Scale = GroupErrors['scale'];

/** A face beside one enrolled person, with the matcher's raw likeness on both scales; -Infinity without a found face. */
export interface Comparison {
  readonly pupil: string;
  /** Whom the face belongs to. */
  readonly shown: string;
  /** Which photo of theirs. */
  readonly probe: string;
  readonly ageYears: number;
  readonly group: Group;
  readonly alone: number;
  readonly register: number;
  /** Length of the shown face's vector. */
  readonly strength: number;
}

/** Children's pairs in which both photos are of one group; those that straddle the fourth birthday are left out. */
export function comparisonsOfChildren(pairs: readonly ChildPair[]): Comparison[] {
  return pairs.flatMap(({ reference, probe, alone, register, strength }) => {
    const [group, other] = [groupAt(probe.age), groupAt(reference.age)];
    if (group === null || group !== other) return [];
    const { subject: shown, image, age: ageYears } = probe;
    return [{ pupil: reference.subject, shown, probe: image, ageYears, group, alone, register, strength }];
  });
}

function groupAt(age: number): Group | null {
  if (age < 4) return 'under-4';
  return age < 18 ? 'pupils' : null;
}

/** The score of a comparison on a scale; 0 without a found face. */
export function scoreOf(comparison: Comparison, scale: Scale, fitted: LikenessScale): number {
  const { [scale]: likeness } = comparison;
  return likeness === -Infinity ? 0 : calibrateLikeness({ ...comparison, likeness }, fitted);
}
