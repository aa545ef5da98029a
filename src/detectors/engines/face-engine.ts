import type { Box } from '../../lib/geometry.ts';
import type { Face, FaceMatch } from '../../policy/words/evidence.ts';
import type { PupilId } from '../../policy/words/people.ts';
import type { DecodedPhoto, Detector } from '../detector.ts';

/**
 * What an engine made of one reference photo. Only the engine that made it can read it; to everybody else it is
 * something to hand on, in memory, and never to write down.
 */
export type ReferenceTemplate = object;

/** One pupil who can be compared. */
export interface EnrolledPupil {
  /** One for each usable reference photo; at least one. */
  readonly templates: readonly ReferenceTemplate[];
  /** Today, or null when the date of birth is not known: small children are harder to tell apart. */
  readonly ageYears: number | null;
  /** The reference photos are too old to rely on: the pupil is suggested, but does not count as compared. */
  readonly isAged: boolean;
}

/** Who can be compared. Only pupils whose biometric permission is complete are ever in it. */
export type Gallery = ReadonlyMap<PupilId, EnrolledPupil>;

/** How alike two faces of two photos are, 0 to 1; null when one of them cannot be compared. Faces count from 0. */
export interface FacePair {
  readonly faceA: number;
  readonly faceB: number;
  readonly score: number | null;
}

/** Two photos' faces, and every pair of them. */
export interface FaceComparison {
  readonly facesA: readonly Face[];
  readonly facesB: readonly Face[];
  readonly pairs: readonly FacePair[];
  /** What is known of such scores; left out by engines that were not measured. */
  readonly said?: Pick<FaceMatch, 'scale' | 'errors'>;
}

/** Everything that has to do with faces, from one family of nets. */
export interface FaceEngine {
  /** Names the nets that make templates. Templates of other nets are not compared. */
  readonly templateModel: string;
  readonly faces: Detector<'faces'>;
  /** The face that a person drew a box around, where the detector sees none: points and quality, score 1. */
  describeBox(photo: DecodedPhoto, box: Box): Promise<Face>;
  /** Compares with the pupils of a gallery, and nobody else. */
  matcher(gallery: Gallery): Promise<Detector<'match', 'faces'>>;
  /** Throws `reference-unusable`, saying why. */
  enrol(photo: DecodedPhoto): Promise<ReferenceTemplate>;
  compareFaces(photoA: DecodedPhoto, photoB: DecodedPhoto): Promise<FaceComparison>;
}
