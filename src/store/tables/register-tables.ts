import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** Pupils, consents, restrictions, face templates. */
export interface RegisterTables {
  pupils: PupilRow;
  pupilSiblings: PupilSiblingRow;
  contactWarnings: ContactWarningRow;
  guardians: GuardianRow;
  pupilGuardians: PupilGuardianRow;
  imports: ImportRow;
  importLines: ImportLineRow;
  consents: ConsentRow;
  answersSaidAgain: AnswerSaidAgainRow;
  pupilObjections: PupilObjectionRow;
  pupilDocuments: PupilDocumentRow;
  restrictions: RestrictionRow;
  disclosures: DisclosureRow;
  biometricRecords: BiometricRecordRow;
  referencePhotos: ReferencePhotoRow;
  faceTemplates: FaceTemplateRow;
  registerRevision: RegisterRevisionRow;
}

/** One row: see `readRegisterRevision`. */
export interface RegisterRevisionRow {
  id: number;
  token: string;
}

export interface PupilRow {
  id: string;
  schoolNumber: string;
  firstName: string;
  lastName: string;
  preferredName: string | null;
  otherNamesJson: string;
  className: string | null;
  yearGroup: string | null;
  dateOfBirth: string | null;
  leftOn: string | null;
  createdAt: string;
  updatedAt: string;
  version: Generated<number>;
}

export interface PupilSiblingRow {
  pupilId: string;
  siblingId: string;
  recordedAt: string;
}

export interface ContactWarningRow {
  id: string;
  pupilId: string;
  sealedNote: Uint8Array;
  recordedAt: string;
  recordedBy: string;
  liftedAt: string | null;
  liftedBy: string | null;
}

export interface GuardianRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  createdAt: string;
  updatedAt: string;
  version: Generated<number>;
}

export interface PupilGuardianRow {
  pupilId: string;
  guardianId: string;
  relationship: string;
  isParent: Flag;
}

export interface ImportRow {
  id: string;
  kind: 'pupils-csv' | 'consents-csv' | 'portraits-zip' | 'confirmed-current';
  state: 'dry-run' | 'applied' | 'abandoned';
  fileName: string | null;
  sha256: string | null;
  fileId: string | null;
  mappingJson: string;
  summaryJson: string;
  createdAt: string;
  createdBy: string | null;
  appliedAt: string | null;
  appliedBy: string | null;
  undoneAt: Generated<string | null>;
  undoneBy: Generated<string | null>;
  /** How many of what went back, once it is undone. */
  undoneJson: Generated<string | null>;
}

export interface ImportLineRow {
  importId: string;
  line: number;
  change: 'add' | 'change' | 'leaver' | 'same' | 'problem';
  pupilId: string | null;
  rowJson: string;
  problemsJson: string;
  /** The details that the line changed, as they were before it was applied. */
  beforeJson: Generated<string | null>;
  /** The pupil's version before it was applied, and right after. */
  versionBefore: Generated<number | null>;
  versionAfter: Generated<number | null>;
  /** What undoing the line came to. */
  undoneJson: Generated<string | null>;
}

export interface ConsentRow {
  id: string;
  pupilId: string;
  channelId: string | null;
  answer: 'permitted' | 'refused' | 'withdrawn';
  basis: 'consent' | 'public-task' | 'legitimate-interests';
  validFrom: string;
  validUntil: string;
  guardianId: string | null;
  givenBy: string;
  method: string;
  evidenceReference: string | null;
  evidenceFileId: string | null;
  recordedAt: string;
  recordedBy: string | null;
  importId: string | null;
  /** Recorded by mistake: it counts for nothing. */
  retractedAt: Generated<string | null>;
  retractedBy: Generated<string | null>;
}

/** An answer of a list that was on record already, by `consentId`; `id` is what it would have as an answer of its own. */
export interface AnswerSaidAgainRow {
  id: string;
  pupilId: string;
  consentId: string;
  importId: string;
  channelId: string | null;
  validFrom: string;
  givenBy: string;
}

export interface PupilObjectionRow {
  id: string;
  pupilId: string;
  channelId: string | null;
  objectedOn: string;
  evidenceFileId: string | null;
  recordedAt: string;
  recordedBy: string;
  liftedAt: string | null;
  liftedBy: string | null;
}

export interface RestrictionRow {
  id: string;
  pupilId: string;
  sealedReason: Uint8Array;
  startsOn: string;
  endsOn: string | null;
  recordedAt: string;
  recordedBy: string;
  liftedAt: string | null;
  liftedBy: string | null;
}

export interface PupilDocumentRow {
  id: string;
  pupilId: string;
  fileId: string;
  mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  fileName: string;
  addedAt: string;
  addedBy: string;
}

export interface DisclosureRow {
  id: string;
  pupilId: string | null;
  restrictionId: string | null;
  photoId: string | null;
  toKind: 'police' | 'local-authority' | 'parent' | 'governors' | 'staff' | 'other';
  sealedNote: Uint8Array;
  disclosedOn: string;
  recordedAt: string;
  recordedBy: string;
}

export interface BiometricRecordRow {
  id: string;
  pupilId: string;
  event:
    | 'parent-notified'
    | 'parent-exempt'
    | 'parent-consented'
    | 'parent-objected'
    | 'pupil-objected'
    | 'withdrawn'
    | 'reset';
  guardianId: string | null;
  happenedOn: string;
  inWriting: Flag;
  evidenceReference: string | null;
  evidenceFileId: string | null;
  recordedAt: string;
  recordedBy: string;
}

export interface ReferencePhotoRow {
  id: string;
  pupilId: string;
  purpose: 'portrait' | 'enrolment';
  fileId: string;
  qualityJson: string;
  importId: string | null;
  addedAt: string;
  addedBy: string | null;
}

export interface FaceTemplateRow {
  id: string;
  pupilId: string;
  referencePhotoId: string;
  biometricRecordId: string;
  model: string;
  modelVersion: string;
  sealedVector: Uint8Array;
  madeAt: string;
  /** The nets that could not make it again from its photo; they count while they are in use and `model` is not theirs. */
  unusableBy: string | null;
}
