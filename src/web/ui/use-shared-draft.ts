import { useState } from 'react';
import { useDraft } from './use-draft.ts';

/**
 * A form about something that other people may change while it is filled in. When that is read anew, fields that nobody
 * touched here take the new value and those that were typed in stay: sending them all with the new version would otherwise
 * put the old values back over a colleague's. `theirs` holds what a colleague put into fields that were typed in here, too.
 */
export function useSharedDraft<Draft extends object>(version: number, now: Draft) {
  type Field = keyof Draft & string;
  const [base, setBase] = useState({ version, draft: now });
  const [theirs, setTheirs] = useState<Partial<Draft>>({});
  const { draft, change, field } = useDraft(now);
  if (version !== base.version) {
    const before = base.draft;
    const changed = (Object.keys(now) as Field[]).filter((name) => now[name] !== before[name]);
    const pick = (names: readonly Field[]) =>
      Object.fromEntries(names.map((name) => [name, now[name]])) as unknown as Partial<Draft>;
    setBase({ version, draft: now });
    setTheirs(pick(changed.filter((name) => draft[name] !== before[name] && draft[name] !== now[name])));
    change(pick(changed.filter((name) => draft[name] === before[name])));
  }
  return { draft, field, theirs };
}
