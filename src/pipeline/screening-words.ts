import type { Evidence, EvidenceItem, EvidenceName, EvidenceValues } from '../policy/words/evidence.ts';
import type { PupilId } from '../policy/words/people.ts';
import type { StageName } from './stage.ts';

/** What the parent asks of a screening process about one photo. Paths go in, evidence comes out. */
export interface ScreenRequest {
  readonly path: string;
  /** Whose templates may be compared for this photo's channels; or, in plain words, why nobody's. */
  readonly compare: readonly PupilId[] | { readonly off: string };
  /** Where to write the clean copy, or null to make and verify one without keeping it. */
  readonly cleanTo: string | null;
  /** Longer side of the clean copy, or null for full size. */
  readonly cleanLongEdgePx: number | null;
}

export type Timings = { readonly [Name in StageName]?: number };

/** One stage's outcome, sent ahead of the answer, so that it counts even when the process is killed later. */
export interface StageStep {
  readonly stage: StageName;
  readonly tookMs: number;
  readonly observed: { readonly [Name in EvidenceName]?: EvidenceItem<EvidenceValues[Name]> };
}

/** What came of a photo: evidence for every item, and how long each stage took in milliseconds. */
export interface Screened {
  readonly evidence: Evidence;
  readonly timings: Timings;
}
