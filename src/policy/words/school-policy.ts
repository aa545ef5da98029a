/**
 * The school's own choices that a verdict depends on. Versioned: each verdict cites `version`.
 * Scores are the calibrated 0-1 scales of the evidence.
 */
export interface SchoolPolicy {
  readonly version: string;
  readonly match: {
    /** At or above: block, naming the pupil. */
    readonly likely: number;
    /** At or above: review. */
    readonly possible: number;
    /** Two candidates closer than this are a near-tie. */
    readonly nearTie: number;
    /** Faces with a shorter side from here up can be recognised by people, so "cannot compare" goes to review. */
    readonly recognisablePx: number;
  };
  readonly faces: {
    /** Below: a doubtful face; it is compared all the same, but unless it is large it does not make a photo a photo of people. */
    readonly certain: number;
  };
  readonly prominence: {
    /** Face height as a share of the photo's shorter side from which one face-on child is prominent. */
    readonly faceShare: number;
    readonly frontality: number;
  };
  readonly attire: { readonly swimwear: number; readonly water: number; readonly nudity: number };
  readonly text: {
    /** Below this reading confidence a text is not used. */
    readonly readable: number;
  };
  /** School cameras and phones, compared without case; an empty list turns the check off. */
  readonly devices: readonly { readonly make: string; readonly model: string; readonly serial?: string }[];
  /** Names that may stand in a copyright notice, compared without case; empty: any notice is only noted. */
  readonly copyrightHolders: readonly string[];
}
