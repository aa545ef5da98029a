import type { Rule } from '../words/rule.ts';
import { facesOfPeople } from '../matching/faces-of-people.ts';
import { findingOf } from '../finding-of.ts';

/** Pupils who may not appear and were not compared: a person must look for them, so that all get equal protection. */
export const lineUpRule: Rule<'faces' | 'match'> = {
  id: 'line-up',
  asks: 'whether somebody who could not be compared is in the photo',
  needs: ['faces', 'match'],
  judge: ({ faces, match }, facts) => {
    if (facesOfPeople(faces, facts).length === 0) return [];
    const compared = new Set(match.compared);
    const ids = new Set(facts.register.map((entry) => entry.pupil.id).filter((id) => !compared.has(id)));
    if (ids.size === 0) return [];
    const who = ids.size === 1 ? '1 pupil who may not appear here' : `${ids.size} pupils who may not appear here`;
    const reason = `${who} could not be compared with the faces: open the line-up and look for them.`;
    return [findingOf({ code: 'line-up/needed', severity: 'review', reason })];
  },
};
