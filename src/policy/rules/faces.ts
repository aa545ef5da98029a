import type { Rule } from '../words/rule.ts';
import { countOf } from '../sentence.ts';
import { certainFaces } from '../matching/certain-faces.ts';
import { findingOf } from '../finding-of.ts';

/** How many faces were found, so that a person can say whether there are more. */
export const facesRule: Rule<'faces'> = {
  id: 'faces',
  asks: 'how many faces are in the photo',
  needs: ['faces'],
  judge: ({ faces }, facts) => {
    if (faces.length === 0) return [findingOf({ code: 'faces/none', severity: 'note', reason: 'No face was found.' })];
    const doubtful = faces.length - certainFaces(faces, facts).length;
    const aside = doubtful === 0 ? '' : ` ${doubtful} of them may not be ${doubtful === 1 ? 'a face' : 'faces'}.`;
    const were = faces.length === 1 ? 'was' : 'were';
    const reason = `${countOf(faces.length, 'face')} ${were} found.${aside}`;
    return [findingOf({ code: 'faces/found', severity: 'note', reason })];
  },
};
