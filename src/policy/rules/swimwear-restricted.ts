import type { Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { mayBeSwimwear } from '../matching/sees-swimwear.ts';
import { resembledPupils } from '../matching/resembled-pupils.ts';
import { sayNames } from '../say-names.ts';

/** Swimwear with somebody who may not appear: a possible likeness is enough to block. */
export const swimwearRestrictedRule: Rule<'attire' | 'match'> = {
  id: 'swimwear-restricted',
  asks: 'whether somebody who may not appear is in a photo with swimwear',
  needs: ['attire', 'match'],
  judge: ({ attire, match }, facts) => {
    const pupils = resembledPupils(match, facts);
    if (pupils.length === 0 || !mayBeSwimwear(attire, facts)) return [];
    const reason = `There may be swimwear here, and somebody like ${sayNames(pupils)}, who may not appear here.`;
    const ids = pupils.map((pupil) => pupil.id);
    return [findingOf({ code: 'swimwear-restricted/both', severity: 'block', reason, pupils: ids })];
  },
};
