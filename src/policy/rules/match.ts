import type { Face, FaceMatch, MatchCandidate, MatchEvidence } from '../words/evidence.ts';
import type { Finding } from '../words/finding.ts';
import { isCredibleFace } from '../words/is-credible-face.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { capitalised, listOf } from '../sentence.ts';
import { assignPupils, type Assignment } from '../matching/assign-pupils.ts';
import { calledName } from '../matching/called-name.ts';
import { facesOfPeople, faceSizePx } from '../matching/faces-of-people.ts';
import { knownPupils } from '../matching/known-pupils.ts';
import { whoMayNotAppear } from '../matching/who-may-not-appear.ts';

const inWords = {
  'too-small': 'too small',
  'too-blurred': 'too blurred',
  'turned-away': 'turned too far away',
  'too-hidden': 'too hidden',
} as const;

type NameOf = (pupil: string) => string;

/**
 * Block when whoever it is may not appear; review while one of two who look alike may, or while the likeness is to
 * somebody whose reference photos are too old to rely on, or of a face of which little is seen.
 */
function readAssignment(assignment: Assignment, facts: Facts, nameOf: NameOf): Finding {
  const { face, candidate, tied } = assignment;
  const isLikelyToBe = ({ score, isAged, isLifted }: MatchCandidate): boolean =>
    score >= facts.policy.match.likely && isAged !== true && isLifted !== true;
  const register = whoMayNotAppear(facts);
  const mayNot = 'who may not appear here';
  const subject = `face ${face + 1}` as const;
  const pupils = [candidate, ...tied].map(({ pupil }) => pupil);
  if (tied.length === 0) {
    const isLikely = isLikelyToBe(candidate);
    const reason = `Face ${face + 1} ${isLikely ? 'is likely to be' : 'may be'} ${nameOf(candidate.pupil)}, ${mayNot}.`;
    const code = isLikely ? 'match/on-register' : 'match/possible';
    return findingOf({ code, severity: isLikely ? 'block' : 'review', subject, reason, pupils });
  }
  const areBarred = pupils.every((pupil) => register.has(pupil));
  const isBlocked = areBarred && [candidate, ...tied].every(isLikelyToBe);
  const who = `${isBlocked ? 'is likely to be' : 'may be'} ${listOf(pupils.map(nameOf), 'or')}, who look alike`;
  const bar = areBarred ? (pupils.length === 2 ? 'neither may' : 'none of them may') : 'not all of them may';
  const reason = `Face ${face + 1} ${who}; ${bar} appear here.`;
  return findingOf({ code: 'match/look-alike', severity: isBlocked ? 'block' : 'review', subject, reason, pupils });
}

/** A face that people could recognise, but the matcher could not compare; what is hardly a face asks for nobody. */
function readIncomparable(
  face: Face,
  index: number,
  match: FaceMatch,
  facts: Facts,
  isPhotoOfPeople: boolean,
): Finding[] {
  const { policy } = facts;
  if (match.incomparable === null || faceSizePx(face) < policy.match.recognisablePx) return [];
  const isCertain = face.score >= policy.faces.certain;
  const what = isCertain ? `Face ${index + 1}` : `Face ${index + 1}, if it is one,`;
  return [
    findingOf({
      code: 'match/incomparable',
      severity: isPhotoOfPeople && isCredibleFace(face) ? 'review' : 'note',
      subject: `face ${index + 1}`,
      reason: `${what} is ${inWords[match.incomparable]} to compare. Somebody who may not appear could be recognised.`,
    }),
  ];
}

/** Answers that do not fit together, so that nothing may be concluded from them. */
function readContradictions(match: MatchEvidence, facts: Facts): Finding[] {
  const known = knownPupils(facts);
  return match.faces.flatMap((face, index) => {
    const subject = `face ${index + 1}` as const;
    const stranger = face.candidates.some((one) => one.score >= facts.policy.match.possible && !known.has(one.pupil));
    const isSkipped = face.incomparable === null && face.candidates.length === 0 && match.compared.length > 0;
    if (!stranger && !isSkipped) return [];
    const reason = stranger
      ? `Face ${index + 1} is like a pupil who is no longer in the list of pupils.`
      : `Face ${index + 1} was not compared, and nothing says why.`;
    return [findingOf({ code: 'match/unclear', severity: 'unknown', subject, reason })];
  });
}

/** Whether somebody who may not appear on these channels is in the photo, by the faces. */
export const matchRule: Rule<'faces' | 'match'> = {
  id: 'match',
  asks: 'whether somebody who may not appear is in the photo',
  needs: ['faces', 'match'],
  judge: ({ faces, match }, facts) => {
    if (match.faces.length !== faces.length) {
      const reason = capitalised(`${match.faces.length} of ${faces.length} faces were compared.`);
      return [findingOf({ code: 'match/unclear', severity: 'unknown', reason })];
    }
    const register = whoMayNotAppear(facts);
    const known = knownPupils(facts);
    const nameOf: NameOf = (id) => {
      const pupil = known.get(id);
      return pupil === undefined ? 'somebody else' : calledName(pupil);
    };
    const { assignments, repeated } = assignPupils(match, register, facts.policy.match);
    const isPhotoOfPeople = facesOfPeople(faces, facts).length > 0;
    const wereCompared = match.compared.some((id) => register.has(id));
    const named = new Set(assignments.map(({ face }) => face));
    // A hidden face that is like somebody is asked about as that; ruled out, it is as unknown as before.
    const isUnknown = (index: number): boolean =>
      match.faces[index]!.incomparable !== 'too-hidden' || !named.has(index);
    return [
      ...assignments.map((assignment) => readAssignment(assignment, facts, nameOf)),
      ...repeated.map(({ face, candidate }) =>
        findingOf({
          code: 'match/repeated',
          severity: 'note',
          subject: `face ${face + 1}`,
          reason: `Face ${face + 1} is like ${nameOf(candidate.pupil)} too, but another face is more so.`,
          pupils: [candidate.pupil],
        }),
      ),
      ...(wereCompared
        ? faces.flatMap((face, index) =>
            isUnknown(index) ? readIncomparable(face, index, match.faces[index]!, facts, isPhotoOfPeople) : [],
          )
        : []),
      ...readContradictions(match, facts),
    ];
  },
};
