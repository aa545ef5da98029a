import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { placeOf, type Place } from '../../src/policy/matching/place-of.ts';
import { mayBeSwimwear } from '../../src/policy/matching/sees-swimwear.ts';
import { showsTooMuch } from '../../src/policy/matching/shows-too-much.ts';
import type { AttireEvidence } from '../../src/policy/words/evidence.ts';
import type { Table } from '../report.ts';
import { truePlaceOf, type TruePlace } from '../train/true-place-of.ts';
import type { LabelledPhoto } from './labelled-photos.ts';

const facts = { policy: defaultSchoolPolicy };
const truths: readonly TruePlace[] = ['in water', 'poolside', 'on water', 'on land'];
const places: readonly Place[] = ['in the water', 'beside the water', 'by or in the water', 'out of the water'];

/**
 * Where the findings say that people are, against where they are: people by what is said of each ("by or in the water"
 * when it is not known, "out of the water" where none is seen), photos flagged, and photos with somebody to block.
 */
export function tabulatePlaces(photos: readonly (LabelledPhoto & AttireEvidence)[]): Table {
  const rows = truths.map((truth) => {
    const of = photos.filter((photo) => truePlaceOf(photo) === truth);
    const said = of.flatMap((photo) => photo.people.map((person) => placeOf(person, photo, facts)));
    const flagged = of.filter((photo) => mayBeSwimwear(photo, facts));
    const blocked = flagged.filter((photo) => photo.people.some((person) => showsTooMuch(person, photo, facts)));
    const counts = [...places.map((place) => said.filter((one) => one === place)), of, flagged, blocked];
    return [truth, ...counts.map(({ length }) => String(length))];
  });
  return {
    title: 'In the water or beside it: people as the findings say, then photos',
    columns: ['people are', ...places, 'photos', 'flagged', 'blocked'],
    rows,
  };
}
