import type { DraftField } from './use-draft.ts';

/** A field for a text that may be missing: it is shown empty then, and is missing again once it is emptied. */
export function textOrNone({ name, value, onChange }: DraftField<string | null>): DraftField<string> {
  return {
    name,
    value: value ?? '',
    onChange: (typed) => {
      onChange(typed === '' ? null : typed);
    },
  };
}
