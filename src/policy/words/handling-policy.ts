/**
 * How the school keeps and clears things, versioned together with what verdicts depend on. All in days.
 */
export interface HandlingPolicy {
  /** Older than this, the pupil list is stale and nothing is released. */
  readonly pupilListMaxAgeDays: number;
  /** Originals are erased so long after their batch was decided. */
  readonly originalGraceDays: number;
  /** Rejected and never-decided photos are erased after this. */
  readonly undecidedDays: number;
  /** Clean copies, evidence and verdicts of released photos are kept so long after the release. */
  readonly releaseDays: number;
  /** A leaver's record is erased so long after they left. */
  readonly leaverDays: number;
  /** Imports (the uploaded lists themselves) are erased after this. */
  readonly importDays: number;
  /** How soon a takedown is due. */
  readonly takedownDueDays: number;
  /** Consents that end within this many days are shown as expiring. */
  readonly consentWarningDays: number;
  /** A pupil whose newest reference photo is this old is shown as one to photograph again: children change. */
  readonly referenceWarningDays: number;
  /** From here up a likeness to the pupil is only for a person to judge, and the pupil is looked for in the line-up. */
  readonly referenceReviewDays: number;
  /** What an uploader answers before photos are sent; the answers are kept with the batch. */
  readonly uploadQuestions: readonly UploadQuestion[];
}

/** One question of the uploader's checklist. */
export interface UploadQuestion {
  /** A short code that stays when the wording changes. */
  readonly id: string;
  readonly question: string;
  /** The answer that raises no concern. */
  readonly expected: 'yes' | 'no';
}

/** A question as it was asked, with the answer. Kept with the batch. */
export interface AnsweredQuestion extends UploadQuestion {
  readonly answer: 'yes' | 'no' | 'not-sure';
}
