import type { PupilId } from '../../policy/words/people.ts';
import type { FaceTemplate } from './face-template.ts';

/** One pupil the matcher may look for. Plain data that can be sent between processes. */
export interface GalleryEntry {
  readonly pupil: PupilId;
  readonly template: FaceTemplate;
  /** Age today, where the date of birth is known: small children look alike and need a higher likeness. */
  readonly ageYears?: number;
  /** Suggested where a face is like them, but not counted as compared: the reference photos are too old. */
  readonly isAged?: boolean;
}

export type { FaceTemplate };
