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
    const certain = certainFaces(faces, facts).length;
    const doubtful = faces.length - certain;
    const parts = [
      ...(certain > 0 ? [countOf(certain, 'face')] : []),
      ...(doubtful > 0 ? [countOf(doubtful, 'place that may be a face', 'places that may be faces')] : []),
    ];
    const reason = `${parts.join(' and ')} ${faces.length === 1 ? 'was' : 'were'} found.`;
    return [findingOf({ code: 'faces/found', severity: 'note', reason })];
  },
};
