import type { Box, Point, Quad } from '../../lib/geometry.ts';
import type { ErrorCode } from '../../lib/app-error.ts';
import type { GroupErrors, MatchScale } from './match-measurement.ts';
import type { PupilId } from './people.ts';

/**
 * What was observed about a photo. Never pixels, never vectors: evidence is stored, shown and judged again later.
 * All positions are pixels of the upright photo at full size.
 */

export type ImageKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'tiff' | 'gif';

export interface FileEvidence {
  /** The name the file came with. Data only: never a path. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: ImageKind;
  /** Size of the upright photo. */
  readonly width: number;
  readonly height: number;
  /** More than one frame; only the first was checked and kept. */
  readonly animated: boolean;
  /** The name's ending says another type than the bytes. */
  readonly mislabelled: boolean;
  /** 64-bit perceptual hash, 16 hex digits, for near-duplicates. */
  readonly perceptualHash: string;
}

/** One thing the file's metadata said. `carrier` is the block it came from, e.g. 'exif', 'gps', 'iptc', 'xmp'. */
export interface MetadataItem {
  readonly carrier: string;
  readonly tag: string;
  readonly value: string;
}

/**
 * Something a file holds beside its picture that is more than a word: a further picture, a film, a sound recording, the
 * shapes of people cut out, how far things are, how bright they are on HDR screens, what undoes an edit, and a signed
 * account of who made it with what.
 */
export const enclosedKinds = [
  'picture',
  'film',
  'sound',
  'cut-out',
  'depth-map',
  'brightness-map',
  'editing',
  'credentials',
] as const;
export type EnclosedKind = (typeof enclosedKinds)[number];

export interface MetadataEvidence {
  readonly gps: { readonly latitude: number; readonly longitude: number } | null;
  /** ISO text without zone, as the camera wrote it. */
  readonly takenAt: string | null;
  readonly cameraMake: string | null;
  readonly cameraModel: string | null;
  readonly serialNumber: string | null;
  readonly owner: string | null;
  readonly copyright: string | null;
  readonly software: string | null;
  readonly captions: readonly string[];
  readonly keywords: readonly string[];
  /** Names of people: XMP PersonInImage, MWG and Microsoft face regions. */
  readonly people: readonly string[];
  readonly hasThumbnail: boolean;
  /** One for each thing. Absent in evidence from before it was told. */
  readonly enclosed?: readonly EnclosedKind[] | undefined;
  /** Bytes after the picture's end, e.g. a motion photo's video. */
  readonly trailingBytes: number;
  /** Everything read, for the record shown to staff, longest values cut. */
  readonly items: readonly MetadataItem[];
  /**
   * One sentence: "This file said where it was taken (GPS) and which camera took it; it held two names." Null when it
   * held nothing.
   */
  readonly summary: string | null;
}

export interface CleanEvidence {
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly format: 'jpeg';
}

/** The subject's own left and right are the picture's right and left; names here are as seen in the picture. */
export interface FaceLandmarks {
  readonly eyeLeft: Point;
  readonly eyeRight: Point;
  readonly nose: Point;
  readonly mouthLeft: Point;
  readonly mouthRight: Point;
}

export interface Face {
  readonly box: Box;
  /** Calibrated probability that this is a face, 0 to 1. */
  readonly score: number;
  readonly landmarks: FaceLandmarks;
  /** Shorter side of the box, pixels. */
  readonly sizePx: number;
  /** 1 looks straight at the camera, 0 is a profile or turned away. */
  readonly frontality: number;
  /** 0 (no detail) to 1 (crisp), of the face at its matching size. */
  readonly sharpness: number;
  /**
   * How far apart the landmark nets see its points, as a share of its box's side: half of all faces have .014, one with a
   * mask some .05. Left out by engines with one such net.
   */
  readonly disagreement?: number | undefined;
  /** How bright the brighter eye is beside the cheek below it: .7 to 1 as a rule, little behind dark glasses. */
  readonly eyeLight?: number | undefined;
}

export interface MatchCandidate {
  readonly pupil: PupilId;
  /** Calibrated similarity 0 to 1; the policy's thresholds are on this scale. */
  readonly score: number;
  /** The reference photos are too old to rely on, so the likeness is for a person to judge. */
  readonly isAged?: boolean | undefined;
  /** The score was raised because little was seen of the face, so it may not block by itself. */
  readonly isLifted?: boolean | undefined;
}

/** In the order of the faces evidence. */
export interface FaceMatch {
  /**
   * Why this face cannot be compared, or null when it was. `too-hidden` was compared, but being like nobody says nothing of
   * it.
   */
  readonly incomparable: 'too-small' | 'too-blurred' | 'turned-away' | 'too-hidden' | null;
  /** Best first; at most five; empty when not compared. */
  readonly candidates: readonly MatchCandidate[];
  /** The measured scale that the scores are on; left out when not compared, and by engines that were not measured. */
  readonly scale?: MatchScale | undefined;
  /** What was measured on that scale where a pack compares; left out where the errors of the shipped nets hold. */
  readonly errors?: readonly GroupErrors[] | undefined;
}

export interface MatchEvidence {
  /** Which pupils' templates were compared; aged ones do not count. */
  readonly compared: readonly PupilId[];
  readonly faces: readonly FaceMatch[];
}

export type AttireFraming = 'shoulder-up' | 'waist-up' | 'full-length' | 'unknown';

/** How much of a body part has the colour of the same person's face, 0 to 1; null where the part cannot be seen. */
export interface SkinShares {
  readonly torso: number | null;
  readonly upperArms: number | null;
  readonly thighs: number | null;
}

export interface PersonAttire {
  readonly box: Box;
  /** Index into the faces evidence, or null. */
  readonly face: number | null;
  readonly framing: AttireFraming;
  /** Absent in evidence from before it was kept. */
  readonly skin?: SkinShares | undefined;
  /**
   * Probability of being in the water, not beside, above or far from it. Absent in evidence from before it was told.
   */
  readonly inWater?: number | undefined;
  /** Calibrated probability of swimwear or dress as brief, 0 to 1. */
  readonly swimwear: number;
}

export interface AttireEvidence {
  /** For the whole photo: probability that somebody wears swimwear or dress as brief. */
  readonly swimwear: number;
  /** Probability that the scene is a pool, beach or open water. */
  readonly water: number;
  /** How many people were found, looked at one by one or not. Absent in evidence from before they were counted. */
  readonly peopleFound?: number | undefined;
  /** Those looked at one by one, largest first. */
  readonly people: readonly PersonAttire[];
}

export interface NudityEvidence {
  /** Probability of nudity, 0 to 1. */
  readonly score: number;
}

/**
 * 'name' is a text that says that a name stands beside it ('my name is'); 'badge' is a badge or card on a chest, with an
 * empty text when it cannot be read.
 */
export type TextKind = 'name' | 'email' | 'phone' | 'postcode' | 'handle' | 'web' | 'plate' | 'badge' | 'other';

export interface TextRegion {
  readonly text: string;
  readonly quad: Quad;
  /** Mean recognition confidence, 0 to 1. */
  readonly score: number;
  /** By form alone (e-mail, phone…); whether it names somebody is for the rules, which know the roll. */
  readonly kind: TextKind;
}

/** Name -> value. The closed list of what may be observed. */
export interface EvidenceValues {
  file: FileEvidence;
  metadata: MetadataEvidence;
  clean: CleanEvidence;
  faces: readonly Face[];
  match: MatchEvidence;
  attire: AttireEvidence;
  nudity: NudityEvidence;
  text: readonly TextRegion[];
}

export type EvidenceName = keyof EvidenceValues;

export type EvidenceItem<Value> =
  | { readonly status: 'observed'; readonly detector: string; readonly version: string; readonly value: Value }
  | {
      readonly status: 'failed';
      readonly detector: string;
      readonly version: string;
      readonly error: { readonly code: ErrorCode; readonly message: string };
    }
  | { readonly status: 'off'; readonly why: string };

export type Evidence = { readonly [Name in EvidenceName]: EvidenceItem<EvidenceValues[Name]> };
/** The observed values a rule or detector asked for. */
export type Needed<Names extends EvidenceName> = { readonly [Name in Names]: EvidenceValues[Name] };
