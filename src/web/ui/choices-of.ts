import type { Choice } from './select-field.tsx';

/** What there is to choose from: all that have a label, or those of them that are named, in their order. */
export function choicesOf<Label extends string, Value extends Label = Label>(
  labels: Readonly<Record<Label, string>>,
  values: readonly Value[] = Object.keys(labels) as Value[],
): Choice<Value>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
