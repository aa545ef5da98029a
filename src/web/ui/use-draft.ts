import { useState } from 'react';

/** What joins a field to its part of a draft. */
export interface DraftField<Value> {
  /** Also the path the service knows it by. */
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A form's fields by name: `<TextField {...field('email')} label=… />`. */
export type FieldOf<Draft> = <Name extends keyof Draft & string>(name: Name) => DraftField<Draft[Name]>;

/** What a form is filled in with, kept together until it is sent, and what joins its fields to it. */
export function useDraft<Draft extends object>(first: Draft | (() => Draft)) {
  const [draft, setDraft] = useState(first);
  // From what stands by then: a password manager fills two fields before either is drawn again.
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const field: FieldOf<Draft> = (name) => ({
    name,
    value: draft[name],
    onChange: (value) => {
      setDraft((before) => ({ ...before, [name]: value }));
    },
  });
  return { draft, change, field };
}
