import { isoToday } from '../../lib/clock.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { needOfReferences, referenceNeeds } from '../../policy/register/need-of-references.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { findEnrolled } from './find-enrolled.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { shownNames } from './shown-names.ts';

/** Pupils who may be matched today and need a new reference photo, most urgent first. Nobody while matching is off. */
export async function listPhotosDue(parts: RegisterPhotoParts) {
  const { database, clock } = parts;
  const today = isoToday(clock);
  const { handling } = await readCurrentPolicy(database);
  const enrolled = await findEnrolled(parts, await readRegister(database, today), today);
  const items = enrolled.flatMap(({ pupil, references }) => {
    const need = needOfReferences(references, today, handling);
    return need === null ? [] : [{ ...shownNames(pupil), need }];
  });
  const rank = (item: (typeof items)[number]): number => referenceNeeds.indexOf(item.need);
  return { items: items.sort((a, b) => rank(a) - rank(b) || a.lastName.localeCompare(b.lastName)) };
}
