/** A raw likeness for pupils of one age; between two ages it lies on a straight line, outside them it is level. */
export interface LikenessAtAge {
  readonly ageYears: number;
  readonly likeness: number;
}

/**
 * The likenesses that one stranger in a hundred comparisons reaches (`possible`, with what is added to faces of which little
 * is seen), and one in a thousand (`likely`, as they are).
 */
export interface LikenessScale {
  readonly possible: readonly LikenessAtAge[];
  readonly likely: readonly LikenessAtAge[];
}

/** A measured share from 0 to 1, with the interval that holds it in 95 of 100 draws of other people. */
export interface MeasuredShare {
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** How often a word is wrong: strangers who get it, and photos of the pupil that do not. */
export interface WordErrors {
  readonly strangers: MeasuredShare;
  readonly missed: MeasuredShare;
}

/** `alone`: a face and one pupil of a few; `register`: steadied by the other pupils, of whom there are enough. */
export type MatchScale = 'alone' | 'register';

/** One group of people on one scale, measured on the half of them that the scale was not fitted on, both ways. */
export interface GroupErrors {
  readonly group: 'under-4' | 'pupils' | 'adults';
  readonly scale: MatchScale;
  readonly likely: WordErrors;
  readonly possible: WordErrors;
}

/** What `npm run eval -- calibrate` measures and the matcher and the policy's defaults are set by. */
export interface MatchMeasurement {
  /** Where the words begin on the scores' scale from 0 to 1. */
  readonly words: { readonly likely: number; readonly possible: number };
  /** `alone`: a face and one pupil; `register`: among at least eleven pupils. */
  readonly scales: { readonly alone: LikenessScale; readonly register: LikenessScale };
  readonly errors: readonly GroupErrors[];
}
