import { useKept } from './use-kept.ts';

/** What joins a field to its part of a draft. */
export interface DraftField<Value> {
  /** Also the path the service knows it by. */
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A form's fields by name: `<TextField {...field('email')} label=… />`. */
export type FieldOf<Draft> = <Name extends keyof Draft & string>(name: Name) => DraftField<Draft[Name]>;

/**
 * What a form is filled in with, kept together until it is sent, and what joins its fields to it. With `keptAs` it is
 * also there again for whoever comes back, until `forget`.
 */
export function useDraft<Draft extends object>(first: Draft | (() => Draft), keptAs?: string) {
  const { work: draft, change: turn, forget } = useKept(keptAs, () => (typeof first === 'function' ? first() : first));
  // From what stands by then: a password manager fills two fields before either is drawn again.
  const change = (part: Partial<Draft>): void => {
    turn((before) => ({ ...before, ...part }));
  };
  const field: FieldOf<Draft> = (name) => ({
    name,
    value: draft[name],
    onChange: (value) => {
      turn((before) => ({ ...before, [name]: value }));
    },
  });
  return { draft, change, field, forget };
}
