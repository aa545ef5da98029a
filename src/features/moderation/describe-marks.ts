import type { Point, Quad } from '../../lib/geometry.ts';
import { headOutline } from '../../pipeline/covering/head-outline.ts';
import { calledName } from '../../policy/matching/called-name.ts';
import { whoMayNotAppear } from '../../policy/matching/who-may-not-appear.ts';
import { ageOn } from '../../policy/register/age-on.ts';
import { sayMatch } from '../../policy/say-match.ts';
import type { Evidence, FaceMatch } from '../../policy/words/evidence.ts';
import type { Facts } from '../../policy/words/rule.ts';
import { observedIn } from '../../store/evidence-rows.ts';

/** Four corners as JSON answers hold them. */
export function toQuad([a, b, c, d]: Quad): [Point, Point, Point, Point] {
  return [a, b, c, d];
}

/** What was found in a picture and where, by the numbers that findings name; `today` as an ISO day. Scores stay inside. */
export function describeMarks(evidence: Evidence, facts: Facts, today: string) {
  return {
    faces: describeFaces(evidence, facts, today),
    texts: (observedIn(evidence, 'text') ?? []).map(({ text, quad }, index) => ({
      ...{ number: index + 1, text },
      quad: toQuad(quad),
    })),
    people: (observedIn(evidence, 'attire')?.people ?? []).map(({ box }, index) => ({ number: index + 1, box })),
  };
}

/** Faces with the pupils they may be, among those who may not appear here, and how often that is wrong. */
function describeFaces(evidence: Evidence, facts: Facts, today: string) {
  const match = observedIn(evidence, 'match');
  return (observedIn(evidence, 'faces') ?? []).map(({ box, landmarks }, index) => ({
    ...{ number: index + 1, box, head: toQuad(headOutline(box, landmarks)) },
    candidates: nameCandidates(match?.faces[index], facts, today),
  }));
}

/** Pupils a face may be, with the word for each and how often it is wrong. */
export function nameCandidates(match: FaceMatch | undefined, facts: Facts, today: string) {
  const register = whoMayNotAppear(facts);
  return (match?.candidates ?? []).flatMap(({ pupil, score }) => {
    const entry = register.get(pupil);
    if (entry === undefined || score < facts.policy.match.possible) return [];
    const { dateOfBirth } = entry.pupil;
    const ageYears = dateOfBirth === undefined ? null : ageOn(today, dateOfBirth);
    const said = sayMatch(score, facts.policy.match, { ageYears, scale: match?.scale, errors: match?.errors });
    return [{ pupilId: pupil, name: calledName(entry.pupil), ...said }];
  });
}
