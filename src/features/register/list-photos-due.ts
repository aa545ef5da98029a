import { isoToday } from '../../lib/clock.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { whoMayBeEnrolled } from '../../pipeline/who-may-be-enrolled.ts';
import { groupBy } from '../../policy/group-by.ts';
import { needOfReferences, referenceNeeds } from '../../policy/register/need-of-references.ts';
import { isMatchingOn } from '../../store/is-matching-on.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { findReferences } from './find-references.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { shownNames } from './shown-names.ts';

/** Pupils who may be matched today and need a new reference photo, most urgent first. Nobody while matching is off. */
export async function listPhotosDue(parts: RegisterPhotoParts) {
  const { database, clock } = parts;
  if (!(await isMatchingOn(database))) return { items: [] };
  const today = isoToday(clock);
  const { handling } = await readCurrentPolicy(database);
  const photosOf = groupBy(await findReferences(parts), ({ pupilId }) => pupilId);
  const pupils = whoMayBeEnrolled(await readRegister(database, today), today);
  const items = [...pupils.values()].flatMap((pupil) => {
    const need = needOfReferences(photosOf.get(pupil.id) ?? [], today, handling);
    return need === null ? [] : [{ ...shownNames(pupil), need }];
  });
  const rank = (item: (typeof items)[number]): number => referenceNeeds.indexOf(item.need);
  return { items: items.sort((a, b) => rank(a) - rank(b) || a.lastName.localeCompare(b.lastName)) };
}
