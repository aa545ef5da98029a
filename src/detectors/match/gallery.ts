import type { PupilId } from '../../policy/words/people.ts';
import type { FaceTemplate } from './face-template.ts';

/** One pupil the matcher may look for. Plain data that can be sent between processes. */
export interface GalleryEntry {
  readonly pupil: PupilId;
  readonly template: FaceTemplate;
  /** Age today, where the date of birth is known: small children look alike and need a higher likeness. */
  readonly ageYears?: number;
  /** ISO day of the newest reference photo. */
  readonly enrolledAt?: string;
}

export type { FaceTemplate };
