import type { MatchEvidence } from '../words/evidence.ts';
import type { Pupil } from '../words/people.ts';
import type { Facts } from '../words/rule.ts';
import { whoMayNotAppear } from './who-may-not-appear.ts';

/** Pupils who may not appear and whom some face possibly resembles. */
export function resembledPupils(match: MatchEvidence, facts: Facts): Pupil[] {
  const register = whoMayNotAppear(facts);
  const seen = match.faces
    .flatMap((face) => face.candidates)
    .filter((candidate) => candidate.score >= facts.policy.match.possible)
    .flatMap((candidate) => register.get(candidate.pupil)?.pupil ?? []);
  return [...new Set(seen)];
}
