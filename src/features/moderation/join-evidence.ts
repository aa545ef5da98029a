import { intersectionOverUnion } from '../../lib/geometry.ts';
import type { Evidence, PersonAttire } from '../../policy/words/evidence.ts';
import type { Worn } from './observe-uncovered.ts';

/** Two boxes that share this much are of one person, with the head covered or not. */
const samePerson = 0.5;

/**
 * What a changed picture is judged by: its own pixels, and what the original file said. A crop may cut off what was worn;
 * a cover hides who somebody is and not what they wear, yet people without heads are found less surely. So attire and
 * nudity are also read from the same picture without its covers (`uncovered`; null where nothing is covered), and the
 * graver answer counts. Whatever was not observed of the new picture stays so.
 */
export function joinEvidence(original: Evidence, output: Evidence, uncovered: Worn | null): Evidence {
  const joined = { ...output, metadata: original.metadata, file: joinFile(original.file, output.file) };
  return uncovered === null
    ? joined
    : { ...joined, attire: graverAttire(uncovered, output), nudity: graverNudity(uncovered, output) };
}

/** The name and the kind of the original, with the size of the new picture. */
function joinFile(original: Evidence['file'], output: Evidence['file']): Evidence['file'] {
  if (original.status !== 'observed' || output.status !== 'observed') return output;
  const { bytes, sha256, width, height, perceptualHash } = output.value;
  return { ...original, value: { ...original.value, bytes, sha256, width, height, perceptualHash } };
}

function graverAttire({ attire: before }: Worn, { attire: after }: Evidence): Evidence['attire'] {
  if (before.status !== 'observed') return before;
  if (after.status !== 'observed') return after;
  const swimwear = Math.max(before.value.swimwear, after.value.swimwear);
  const water = Math.max(before.value.water, after.value.water);
  const peopleFound = Math.max(before.value.peopleFound ?? 0, after.value.peopleFound ?? 0);
  const people = graverPeople(before.value.people, after.value.people);
  return { ...after, value: { ...after.value, swimwear, water, peopleFound, people } };
}

/** Everybody as seen without covers, as surely in swimwear as either picture says, then whoever is seen with them alone. */
function graverPeople(before: readonly PersonAttire[], after: readonly PersonAttire[]): PersonAttire[] {
  const isSame = (one: PersonAttire, other: PersonAttire): boolean =>
    intersectionOverUnion(one.box, other.box) >= samePerson;
  const kept = before.map((person): PersonAttire => {
    const twins = after.filter((other) => isSame(person, other));
    // The faces are those of the new picture.
    const face = twins[0]?.face ?? null;
    return { ...person, face, swimwear: Math.max(person.swimwear, ...twins.map(({ swimwear }) => swimwear)) };
  });
  return [...kept, ...after.filter((person) => !before.some((other) => isSame(person, other)))];
}

function graverNudity({ nudity: before }: Worn, { nudity: after }: Evidence): Evidence['nudity'] {
  if (before.status !== 'observed') return before;
  if (after.status !== 'observed') return after;
  return { ...after, value: { score: Math.max(before.value.score, after.value.score) } };
}
