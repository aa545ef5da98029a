import type { Stage } from '../stage.ts';
import { observeWith } from './detection-stage.ts';

const nobody = { id: 'match', version: 'nobody-to-compare' };

/**
 * Compares faces with the register of this photo's channels. No faces, or nobody to look for, is an answer; a register
 * whose pupils cannot be compared is not, and stays `off` with the reason.
 */
export const matchStage: Stage = {
  name: 'match',
  observes: 'match',
  isEssential: false,
  observer: () => ({ id: 'match', version: 'unknown' }),
  async run(journey, signal) {
    const faces = journey.seen('faces');
    const { compare } = journey.request;
    const compared = 'off' in compare ? [] : compare;
    if (faces.length === 0) journey.observe('match', nobody, { compared, faces: [] });
    else if ('off' in compare) journey.turnOff('match', compare.off);
    else if (compare.length === 0) {
      journey.observe('match', nobody, { compared, faces: faces.map(() => ({ incomparable: null, candidates: [] })) });
    } else await observeWith(journey, await journey.matcherFor(compare), signal);
  },
};
