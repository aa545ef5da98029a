import type { stringsEn } from './strings-en.ts';

type Loose<Value> = Value extends string
  ? string
  : Value extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Value]: Loose<Value[Key]> };

/** Every word on the pages. English gives the shape; another language must have all of it. */
export type Strings = Loose<typeof stringsEn>;

export type Language = 'en' | 'cy';
