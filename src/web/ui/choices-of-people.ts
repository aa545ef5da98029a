import type { Choice } from './select-field.tsx';

/** Colleagues to choose from, in their order; nobody while they are being read. */
export function choicesOfPeople(
  people: readonly { readonly id: string; readonly displayName: string }[] = [],
): Choice[] {
  return people.map(({ id, displayName }) => ({ value: id, label: displayName }));
}
