import type { Generated } from 'kysely';
import type { RegisterReason } from '../../policy/words/people.ts';
import type { Flag } from './flag.ts';

/** Batches, photos, evidence, decisions. */
export interface PhotoTables {
  batches: BatchRow;
  batchChannels: BatchChannelRow;
  batchRoll: BatchRollRow;
  batchPupils: BatchPupilRow;
  photos: PhotoRow;
  photoOutputs: PhotoOutputRow;
  evidenceItems: EvidenceItemRow;
  verdicts: VerdictRow;
  verdictStandings: VerdictStandingRow;
  drawnFaces: DrawnFaceRow;
  notThisPupil: NotThisPupilRow;
  lineUpAnswers: LineUpAnswerRow;
  overrides: OverrideRow;
  decisions: DecisionRow;
  findingAnswers: FindingAnswerRow;
  quarantines: QuarantineRow;
  rejectedPictures: RejectedPictureRow;
}

/** What a picture is known by that somebody turned down. The photo may be gone; the id tells which came before. */
export interface RejectedPictureRow {
  id: string;
  photoId: string;
  sha256: string;
  perceptualHash: string | null;
  rejectedAt: string;
}

export interface BatchRow {
  id: string;
  title: string;
  eventDate: string;
  caption: string;
  altText: Generated<string>;
  wholeSchool: Flag;
  checklistJson: string;
  state: 'open' | 'submitted' | 'decided' | 'closed';
  uploadedBy: string;
  createdAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  closedAt: string | null;
  version: Generated<number>;
}

export interface BatchChannelRow {
  batchId: string;
  channelId: string;
}

export interface BatchRollRow {
  batchId: string;
  groupKind: 'class' | 'year' | 'pupil';
  groupName: string;
}

/** A pupil who was in a class or year of the batch's roll, or named alone, when it was opened. */
export interface BatchPupilRow {
  batchId: string;
  pupilId: string;
}

export interface PhotoRow {
  id: string;
  batchId: string;
  position: number;
  state: string;
  quarantined: Generated<Flag>;
  fileName: string;
  sha256: string;
  bytes: number;
  width: number | null;
  height: number | null;
  perceptualHash: string | null;
  nearDuplicateOf: string | null;
  originalFileId: string | null;
  cleanFileId: string | null;
  previewFileId: string | null;
  caption: string;
  altText: string;
  currentVerdictId: string | null;
  currentOutputId: string | null;
  uploadedBy: string;
  uploadedAt: string;
  stateChangedAt: string;
  version: Generated<number>;
}

export interface PhotoOutputRow {
  id: string;
  photoId: string;
  kind: 'cover' | 'crop' | 'cover-and-crop';
  recipeJson: string;
  fileId: string | null;
  previewFileId: string | null;
  sha256: string | null;
  width: number | null;
  height: number | null;
  checkState: 'waiting' | 'passed' | 'failed';
  checkReason: string | null;
  /** 1: covered together with other photos, without anybody looking at it. */
  isUnseen: Generated<number>;
  madeBy: string;
  madeAt: string;
  checkedAt: string | null;
  discardedAt: string | null;
}

export interface EvidenceItemRow {
  id: string;
  photoId: string;
  outputId: string | null;
  name: string;
  status: 'observed' | 'failed' | 'off';
  itemJson: string;
  recordedAt: string;
}

export interface VerdictRow {
  id: string;
  photoId: string;
  outputId: string | null;
  verdict: 'clear' | 'review' | 'block';
  findingsJson: string;
  coverageJson: string;
  policyVersionId: string;
  cause: 'screening' | 'output-check' | 'replay' | 'answer' | 'text-change';
  judgedAt: string;
}

/** Why a pupil whom a verdict names might not appear on one channel, and the newest record about them then. */
export interface VerdictStandingRow {
  verdictId: string;
  pupilId: string;
  channelId: string;
  reason: RegisterReason;
  latestRecordId: string | null;
}

export interface DrawnFaceRow {
  id: string;
  photoId: string;
  boxJson: string;
  drawnBy: string;
  drawnAt: string;
  /** What came of comparing it; null while it waits. */
  seenJson: string | null;
  removedAt: string | null;
  removedBy: string | null;
}

export interface NotThisPupilRow {
  id: string;
  photoId: string;
  pupilId: string;
  subject: string;
  boxJson: string;
  reason: string;
  saidBy: string;
  saidAt: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
}

export interface LineUpAnswerRow {
  id: string;
  photoId: string;
  pupilId: string;
  answer: 'here' | 'not-here' | 'cannot-tell';
  answeredBy: string;
  answeredAt: string;
  replacedAt: string | null;
}

export interface OverrideRow {
  id: string;
  photoId: string;
  verdictId: string;
  findingCode: string;
  subject: string;
  reason: string;
  askedBy: string;
  askedAt: string;
  answeredBy: string | null;
  answeredAt: string | null;
  answer: 'agreed' | 'refused' | null;
}

export interface DecisionRow {
  id: string;
  photoId: string;
  verdictId: string | null;
  outputId: string | null;
  decision: 'approve' | 'approve-with-covers' | 'crop' | 'reject' | 'delete';
  reasonCode: string;
  reasonNote: string;
  decidedBy: string;
  decidedAt: string;
  undoneAt: string | null;
  undoneBy: string | null;
}

export interface FindingAnswerRow {
  id: string;
  photoId: string;
  findingCode: string;
  subject: string;
  answer: 'right' | 'wrong';
  answeredBy: string;
  answeredAt: string;
}

export interface QuarantineRow {
  id: string;
  photoId: string;
  openedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  outcome: 'not-of-concern' | 'deleted' | 'reported' | null;
  sealedNote: Uint8Array | null;
}
