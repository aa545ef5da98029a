import type { PersonAttire, TextKind } from './evidence.ts';

/** Ways to reach somebody, or a vehicle, that can be read. */
export type ContactKind = Exclude<TextKind, 'name' | 'badge' | 'other'>;

/**
 * Everything that rules and people's answers find; `RULE/unknown` besides, where a rule could give no answer. Pages have a
 * name for each in every language.
 */
export type FindingCode =
  | `attire/${'swimwear' | 'below-waist' | 'covered' | PersonAttire['framing']}`
  | `${'caption' | 'title'}/${'on-register' | 'perhaps-on-register' | ContactKind}`
  | 'checklist/doubt'
  | `faces/${'found' | 'none' | 'drawn'}`
  | 'file-name/on-register'
  | `file/${'animated' | 'mislabelled'}`
  | `line-up/${'needed' | 'here' | 'cannot-tell'}`
  | `match/${'on-register' | 'possible' | 'look-alike' | 'repeated' | 'incomparable' | 'unclear'}`
  | `metadata/${'removed' | 'on-register' | 'copyright' | 'not-a-school-device'}`
  | `names-or-images/${'both' | 'perhaps'}`
  | `photo/${'nudity' | 'rejected-before' | 'covers-unseen' | 'cannot-be-used' | 'words' | 'moderator-first'}`
  | 'prominence/single-face'
  | 'swimwear-captioned/words'
  | 'swimwear-named/picture'
  | 'swimwear-prominent/face'
  | 'swimwear-restricted/both'
  | `text/${'on-register' | 'perhaps-on-register' | 'badge' | 'school' | ContactKind}`;
