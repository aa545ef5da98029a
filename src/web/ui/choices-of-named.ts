import type { Choice } from './select-field.tsx';

/** What there is to choose from where each has an id and a name of its own, such as channels, in their order. */
export function choicesOfNamed(named: readonly { readonly id: string; readonly name: string }[]): Choice[] {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}
