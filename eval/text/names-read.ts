import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { readRegions, type RegionName } from '../../src/policy/names/read-regions.ts';
import type { TextRegion } from '../../src/policy/words/evidence.ts';
import type { Pupil } from '../../src/policy/words/people.ts';
import type { Facts } from '../../src/policy/words/rule.ts';

/** Everybody on the roll, nobody barred: what is asked is only who is named. */
export function factsOfRoll(roll: readonly Pupil[]): Facts {
  const channel = { id: 'website', profile: 'standard', namesAllowed: false } as const;
  return {
    channels: [channel],
    register: [],
    offRoll: [],
    roll,
    policy: defaultSchoolPolicy,
    title: '',
    caption: '',
    altText: '',
    doubts: [],
  };
}

/** The names that the shipped rules see in what was read, each with all pupils it may mean. */
export function namesRead(
  regions: readonly TextRegion[],
  facts: Facts,
): { readonly found: RegionName; readonly region: TextRegion; readonly pupils: readonly string[] }[] {
  return readRegions(regions, facts).map((found) => ({
    found,
    region: regions[found.region]!,
    pupils: [...found.barred, ...found.others].map((pupil) => pupil.id),
  }));
}
