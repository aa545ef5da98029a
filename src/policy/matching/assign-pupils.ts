import type { MatchCandidate, MatchEvidence } from '../words/evidence.ts';
import type { PupilId, RegisterEntry } from '../words/people.ts';
import type { SchoolPolicy } from '../words/school-policy.ts';

/** One face and the pupil of the register it resembles most, after each pupil was given to one face at most. */
export interface Assignment {
  /** Index into the faces evidence. */
  readonly face: number;
  readonly candidate: MatchCandidate;
  /** Other candidates of this face too close to tell apart, on the register or not; best first. */
  readonly tied: readonly MatchCandidate[];
}

interface Pair {
  readonly face: number;
  readonly candidate: MatchCandidate;
}

/** Pupils on the register with a possible likeness, best first; ties by face, then by pupil, so that order is stable. */
function possiblePairs(
  match: MatchEvidence,
  onRegister: ReadonlyMap<PupilId, RegisterEntry>,
  possible: number,
): Pair[] {
  return match.faces
    .flatMap((face, index) => face.candidates.map((candidate) => ({ face: index, candidate })))
    .filter(({ candidate }) => candidate.score >= possible && onRegister.has(candidate.pupil))
    .sort(
      (a, b) =>
        b.candidate.score - a.candidate.score || a.face - b.face || (a.candidate.pupil < b.candidate.pupil ? -1 : 1),
    );
}

/**
 * Brothers and sisters look alike, so they count as tied at twice the distance. A score that was raised because little
 * was seen is not near one that is likely by itself.
 */
function tiesOf(
  pair: Pair,
  match: MatchEvidence,
  onRegister: ReadonlyMap<PupilId, RegisterEntry>,
  { possible, likely, nearTie }: SchoolPolicy['match'],
): MatchCandidate[] {
  const { candidate, face } = pair;
  const pupil = onRegister.get(candidate.pupil)?.pupil;
  const areSiblings = (other: PupilId): boolean =>
    pupil?.siblings.includes(other) === true ||
    onRegister.get(other)?.pupil.siblings.includes(candidate.pupil) === true;
  const isLikely = candidate.score >= likely && candidate.isLifted !== true;
  return match.faces[face]!.candidates.filter(
    (other) =>
      other.pupil !== candidate.pupil &&
      other.score >= possible &&
      !(isLikely && other.isLifted === true) &&
      other.score > candidate.score - nearTie * (areSiblings(other.pupil) ? 2 : 1),
  );
}

/** Each pupil to the face most like them, each face to one pupil; `repeated` are likenesses left without a face. */
export function assignPupils(
  match: MatchEvidence,
  onRegister: ReadonlyMap<PupilId, RegisterEntry>,
  limits: SchoolPolicy['match'],
): { readonly assignments: readonly Assignment[]; readonly repeated: readonly Pair[] } {
  const pairs = possiblePairs(match, onRegister, limits.possible);
  const faceOf = new Map<PupilId, number>();
  const assignments: Assignment[] = [];
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (taken.has(pair.face) || faceOf.has(pair.candidate.pupil)) continue;
    taken.add(pair.face);
    faceOf.set(pair.candidate.pupil, pair.face);
    assignments.push({ ...pair, tied: tiesOf(pair, match, onRegister, limits) });
  }
  const repeated = pairs.filter((pair) => !taken.has(pair.face));
  return { assignments: assignments.sort((a, b) => a.face - b.face), repeated };
}
