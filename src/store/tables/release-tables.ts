import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** Releases, takedowns, webhooks. */
export interface ReleaseTables {
  releases: ReleaseRow;
  releaseConsents: ReleaseConsentRow;
  releasePosts: ReleasePostRow;
  releaseLooks: ReleaseLookRow;
  takedowns: TakedownRow;
  webhooks: WebhookRow;
  webhookDeliveries: WebhookDeliveryRow;
}

export interface ReleaseRow {
  id: string;
  photoId: string | null;
  batchId: string | null;
  channelId: string;
  fileId: string | null;
  fileName: string;
  sha256: string;
  bytes: number;
  width: number;
  height: number;
  perceptualHash: string;
  caption: string;
  altText: string;
  approvedBy: string | null;
  decisionId: string | null;
  verdictId: string | null;
  policyVersionId: string;
  releasedBy: string;
  releasedAt: string;
  takenDownAt: string | null;
  /** Perceptual hashes of the picture's inner parts, so that a cropped copy is known again. */
  cropHashesJson: Generated<string>;
}

/** Where a release was put; one that is retracted was recorded by mistake. */
export interface ReleasePostRow {
  id: string;
  releaseId: string;
  url: string;
  postedOn: string;
  recordedAt: string;
  recordedBy: string;
  retractedAt: string | null;
  retractedBy: string | null;
}

/** A released picture in which a person must look for a pupil whose face was never compared. */
export interface ReleaseLookRow {
  id: string;
  releaseId: string;
  pupilId: string;
  cause: TakedownRow['cause'];
  dueOn: string;
  createdAt: string;
  answer: 'here' | 'not-here' | 'cannot-tell' | null;
  answeredAt: string | null;
  answeredBy: string | null;
}

export interface ReleaseConsentRow {
  releaseId: string;
  pupilId: string;
  consentId: string | null;
  how: 'matched' | 'line-up' | 'named' | 'roll';
}

export interface TakedownRow {
  id: string;
  releaseId: string;
  cause:
    'withdrawn' | 'expired' | 'left' | 'restricted' | 'objected' | 'replay' | 'channel-closed' | 'erasure' | 'asked';
  pupilId: string | null;
  ownerId: string;
  dueOn: string;
  createdAt: string;
  doneAt: string | null;
  doneBy: string | null;
  outcome: 'removed' | 'never-posted' | 'cannot-be-removed' | 'called-off' | null;
  outcomeNote: string | null;
  /** It is there only because nobody answered a `ReleaseLookRow` in time. */
  nobodyLooked: Generated<Flag>;
}

export interface WebhookRow {
  id: string;
  url: string;
  sealedSecret: Uint8Array;
  eventsJson: string;
  createdAt: string;
  createdBy: string;
  disabledAt: string | null;
}

export interface WebhookDeliveryRow {
  id: string;
  webhookId: string;
  event: string;
  payloadJson: string;
  state: 'waiting' | 'delivered' | 'given-up';
  attempts: Generated<number>;
  lastStatus: number | null;
  createdAt: string;
  lastAttemptAt: string | null;
  deliveredAt: string | null;
}
