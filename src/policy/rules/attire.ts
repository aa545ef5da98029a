import type { AttireEvidence, PersonAttire } from '../words/evidence.ts';
import type { Finding } from '../words/finding.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { isByWater, mayBeSwimwear, wearsSwimwear } from '../matching/sees-swimwear.ts';

const framings: Readonly<Record<PersonAttire['framing'], string>> = {
  'shoulder-up': 'shown from the shoulders up',
  'waist-up': 'shown from the waist up',
  'full-length': 'shown full length',
  unknown: 'and how much of them shows is not known',
};

/** Out of the water and uncovered below the waist → block, offer a crop; anything else about a person → review. */
function readPerson(person: PersonAttire, index: number, attire: AttireEvidence, facts: Facts): Finding[] {
  if (person.swimwear < facts.policy.attire.swimwear) return [];
  const isBlocked = wearsSwimwear(person, facts) && person.framing === 'full-length' && !isByWater(attire, facts);
  const who = `Person ${index + 1} ${wearsSwimwear(person, facts) ? 'is likely to be' : 'may be'} in swimwear or dress as brief`;
  return [
    findingOf({
      code: isBlocked ? 'attire/below-waist' : `attire/${person.framing}`,
      severity: isBlocked ? 'block' : 'review',
      subject: `person ${index + 1}`,
      reason: isBlocked
        ? `${who}, out of the water, ${framings[person.framing]}. Crop it to the waist or use another photo.`
        : `${who}, ${framings[person.framing]}.`,
    }),
  ];
}

/** Swimwear by framing. No photo in which somebody may wear swimwear is ever clear. */
export const attireRule: Rule<'attire'> = {
  id: 'attire',
  asks: 'whether somebody is in swimwear',
  needs: ['attire'],
  judge: ({ attire }, facts) => {
    if (!mayBeSwimwear(attire, facts)) return [];
    const scene = isByWater(attire, facts) ? ', by or in the water' : '';
    const reason = `Somebody may be in swimwear or dress as brief${scene}. A person must decide.`;
    return [
      findingOf({ code: 'attire/swimwear', severity: 'review', reason }),
      ...attire.people.flatMap((person, index) => readPerson(person, index, attire, facts)),
    ];
  },
};
