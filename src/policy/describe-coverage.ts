import type { Face, MatchEvidence } from './words/evidence.ts';
import type { Coverage } from './words/finding.ts';
import type { Facts } from './words/rule.ts';
import { facesOfPeople } from './matching/faces-of-people.ts';
import { countOf } from './sentence.ts';

function sayCoverage(mayBeHere: number, matched: number): string {
  const pupils = mayBeHere === 1 ? 'restricted pupil who may be here' : 'restricted pupils who may be here';
  const left = mayBeHere - matched;
  if (mayBeHere === 0) return 'No restricted pupil may be here.';
  if (left === 0) return `Matching covers ${mayBeHere === 1 ? 'the 1' : `all ${mayBeHere}`} ${pupils}.`;
  const need = `${left} ${left === 1 ? 'needs' : 'need'} a person: open the line-up.`;
  return `Matching covers ${matched} of ${mayBeHere} ${pupils}. ${need}`;
}

/** With nobody on the register there is nothing to count, and "nobody" is not known where no register was read. */
function sayLine(mayBeHere: number, matched: number, match: MatchEvidence | string | undefined): string {
  if (typeof match !== 'string') return sayCoverage(mayBeHere, matched);
  return mayBeHere === 0 ? match : `${match} ${sayCoverage(mayBeHere, matched)}`;
}

/**
 * How much of the register the matcher could answer for. Counts pupils who may not appear on these channels and may be
 * in the photo; those it did not compare go to the line-up, unless the photo was found to hold no faces. In place of a
 * match that was not observed stands the sentence that says why.
 */
export function describeCoverage(
  faces: readonly Face[] | undefined,
  match: MatchEvidence | string | undefined,
  facts: Facts,
): Coverage {
  const ids = [...new Set(facts.register.map((entry) => entry.pupil.id))].sort();
  const mayBeHere = ids.length;
  if (faces !== undefined && mayBeHere > 0 && facesOfPeople(faces, facts).length === 0) {
    const line = `No faces were found to compare with ${countOf(mayBeHere, 'restricted pupil')} who may be here.`;
    return { mayBeHere, matched: 0, lineUp: [], line };
  }
  if (faces?.length === 0 && typeof match === 'object') {
    return { mayBeHere, matched: 0, lineUp: [], line: 'No face was found to compare.' };
  }
  const compared = new Set(typeof match === 'object' ? match.compared : []);
  const lineUp = ids.filter((id) => !compared.has(id));
  const matched = mayBeHere - lineUp.length;
  return { mayBeHere, matched, lineUp, line: sayLine(mayBeHere, matched, match) };
}
