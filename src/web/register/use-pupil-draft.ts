import { useState } from 'react';
import { useDraft } from '../ui/use-draft.ts';
import type { PupilDraft } from './pupil-fields.tsx';
import type { Pupil } from './pupil-page.tsx';

type Field = keyof PupilDraft;

function draftOf(pupil: Pupil): PupilDraft {
  return {
    schoolNumber: pupil.schoolNumber,
    firstName: pupil.firstName,
    lastName: pupil.lastName,
    preferredName: pupil.preferredName ?? '',
    otherNames: pupil.otherNames.join('\n'),
    className: pupil.className ?? '',
    yearGroup: pupil.yearGroup ?? '',
    dateOfBirth: pupil.dateOfBirth ?? '',
  };
}

/**
 * A pupil's details as they are typed, and what of them somebody else has changed meanwhile. When the pupil is read anew,
 * fields that nobody touched here take the new value, and those that were typed in stay: sending them all with the new
 * version would otherwise put the old values back over a colleague's.
 */
export function usePupilDraft(pupil: Pupil) {
  const [base, setBase] = useState(pupil);
  const [theirs, setTheirs] = useState<Partial<PupilDraft>>({});
  const { draft, change, field } = useDraft(() => draftOf(pupil));
  if (pupil.version !== base.version) {
    const [before, now] = [draftOf(base), draftOf(pupil)];
    const changed = (Object.keys(now) as Field[]).filter((name) => now[name] !== before[name]);
    const pick = (names: readonly Field[]) => Object.fromEntries(names.map((name) => [name, now[name]]));
    setBase(pupil);
    setTheirs(pick(changed.filter((name) => draft[name] !== before[name] && draft[name] !== now[name])));
    change(pick(changed.filter((name) => draft[name] === before[name])));
  }
  return { draft, field, theirs };
}
