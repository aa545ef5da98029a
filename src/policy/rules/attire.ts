import type { AttireEvidence, PersonAttire } from '../words/evidence.ts';
import type { Finding } from '../words/finding.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { placeOf } from '../matching/place-of.ts';
import { isByWater, mayBeSwimwear, swimwearLimit, wearsSwimwear } from '../matching/sees-swimwear.ts';
import { showsTooMuch } from '../matching/shows-too-much.ts';
import { isCoveredUp, sayBareParts } from '../matching/state-of-dress.ts';
import { capitalised, numberWord } from '../sentence.ts';

const framings: Readonly<Record<PersonAttire['framing'], string>> = {
  'shoulder-up': 'shown from the shoulders up',
  'waist-up': 'shown from the waist up',
  'full-length': 'shown full length',
  unknown: 'and how much of them shows is not known',
};
/** The one that shows most first. */
const widest: readonly PersonAttire['framing'][] = ['full-length', 'waist-up', 'shoulder-up', 'unknown'];
/** From this many people on it is a group. */
const group = 3;

/** Out of the water and uncovered below the waist → block, offer a crop; anything else about a person → review. */
function readPerson(person: PersonAttire, index: number, attire: AttireEvidence, facts: Facts): Finding {
  const isSure = wearsSwimwear(person, facts);
  const isBlocked = showsTooMuch(person, attire, facts);
  const bare = sayBareParts([person]);
  const covered = isCoveredUp(person) ? ', covered by a shirt, tracksuit or towel' : '';
  const dress = bare === '' ? covered : `, with ${bare}`;
  const who = `Person ${index + 1} ${isSure ? 'is likely to be' : 'may be'} in swimwear or dress as brief, ${placeOf(person, attire, facts)}`;
  const end = isBlocked ? '. Crop it to the waist or use another photo.' : '.';
  return findingOf({
    code: isBlocked ? 'attire/below-waist' : covered === '' ? `attire/${person.framing}` : 'attire/covered',
    severity: isBlocked ? 'block' : 'review',
    subject: `person ${index + 1}`,
    reason: `${who}, ${framings[person.framing]}${dress}${end}`,
  });
}

/**
 * ', in the water' when that is so of all who are shown, ', in and beside the water' when it differs; nothing away from
 * water.
 */
function sayPlace(people: readonly PersonAttire[], attire: AttireEvidence, facts: Facts): string {
  if (!isByWater(attire, facts)) return '';
  const places = new Set(people.map((person) => placeOf(person, attire, facts)));
  if (places.size === 0 || places.has('by or in the water')) return ', by or in the water';
  return places.size === 1 ? `, ${[...places].join('')}` : ', in and beside the water';
}

/** The whole photo in one sentence: how many people, where, bare parts, and the widest framing. */
function sayPhoto(people: readonly PersonAttire[], attire: AttireEvidence, facts: Facts): string {
  const found = attire.peopleFound ?? 0;
  const crowd = found >= group ? `, in a group of ${numberWord(found)}` : found === 1 ? ', alone in the photo' : '';
  const who =
    people.length === 0
      ? 'Somebody'
      : people.length === 1
        ? 'One person'
        : `${capitalised(numberWord(people.length))} people`;
  const bare = sayBareParts(people);
  const framing = widest.find((one) => people.some((person) => person.framing === one));
  const shown = framing === undefined || framing === 'unknown' ? '' : `, ${framings[framing]}`;
  const place = sayPlace(people, attire, facts);
  return `${who} may be in swimwear or dress as brief${place}${bare === '' ? '' : `, ${bare}`}${shown}${crowd}. A person must decide.`;
}

/** Swimwear by framing. No photo in which somebody may wear swimwear is ever clear. */
export const attireRule: Rule<'attire'> = {
  id: 'attire',
  asks: 'whether somebody is in swimwear',
  needs: ['attire'],
  judge: ({ attire }, facts) => {
    if (!mayBeSwimwear(attire, facts)) return [];
    const limit = swimwearLimit(attire, facts);
    const people = attire.people
      .map((person, index) => ({ person, index }))
      .filter(({ person }) => person.swimwear >= limit);
    const shown = people.map(({ person }) => person);
    return [
      findingOf({ code: 'attire/swimwear', severity: 'review', reason: sayPhoto(shown, attire, facts) }),
      ...people.map(({ person, index }) => readPerson(person, index, attire, facts)),
    ];
  },
};
