import type { Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { isStrict } from '../matching/channel-care.ts';
import { isByWater, mayBeSwimwear } from '../matching/sees-swimwear.ts';
import { prominentFace } from './prominence.ts';

/** A single large face-on child in the water: blocked on strict channels. */
export const swimwearProminentRule: Rule<'attire' | 'faces' | 'file'> = {
  id: 'swimwear-prominent',
  asks: 'whether one child stands out face-on in the water',
  needs: ['attire', 'faces', 'file'],
  judge: ({ attire, faces, file }, facts) => {
    const index = prominentFace(faces, file, facts);
    if (index === null || !isStrict(facts) || !isByWater(attire, facts) || !mayBeSwimwear(attire, facts)) return [];
    const reason = 'One child by or in the water looks straight at the camera. Choose a wider view of the activity.';
    return [findingOf({ code: 'swimwear-prominent/face', severity: 'block', subject: `face ${index + 1}`, reason })];
  },
};
