import { accountsMigration } from './0001-accounts.ts';
import { schoolMigration } from './0002-school.ts';
import { registerMigration } from './0003-register.ts';
import { photosMigration } from './0004-photos.ts';
import { releasesMigration } from './0005-releases.ts';
import { operationsMigration } from './0006-operations.ts';
import { batchAltTextMigration } from './0007-batch-alt-text.ts';
import { releasePostsMigration } from './0008-release-posts.ts';
import { erasuresByItselfMigration } from './0009-erasures-by-itself.ts';
import { disclosuresMigration } from './0010-disclosures.ts';
import { pupilDocumentsMigration } from './0011-pupil-documents.ts';
import { drawnFacesSeenMigration } from './0012-drawn-faces-seen.ts';
import { verdictStandingsMigration } from './0013-verdict-standings.ts';
import { batchPupilsMigration } from './0014-batch-pupils.ts';
import { templatesUnusableMigration } from './0015-templates-unusable.ts';
import { takedownsCalledOffMigration } from './0016-takedowns-called-off.ts';
import { answersRetractedMigration } from './0017-answers-retracted.ts';
import { registerRevisionMigration } from './0018-register-revision.ts';
import { importsUndoneMigration } from './0019-imports-undone.ts';
import { disclosuresSealedAnewMigration } from './0020-disclosures-sealed-anew.ts';
import { postsRetractedMigration } from './0021-posts-retracted.ts';
import { guardiansVersionsMigration } from './0022-guardians-versions.ts';
import { answersSaidAgainMigration } from './0023-answers-said-again.ts';
import { rejectedPicturesMigration } from './0024-rejected-pictures.ts';
import { nobodyLookedMigration } from './0025-nobody-looked.ts';
import { coversUnseenMigration } from './0026-covers-unseen.ts';
import { accountsHeldMigration } from './0027-accounts-held.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. Append only: a released step is never edited or removed. */
export const migrations: readonly Migration[] = [
  accountsMigration,
  schoolMigration,
  registerMigration,
  photosMigration,
  releasesMigration,
  operationsMigration,
  batchAltTextMigration,
  releasePostsMigration,
  erasuresByItselfMigration,
  disclosuresMigration,
  pupilDocumentsMigration,
  drawnFacesSeenMigration,
  verdictStandingsMigration,
  batchPupilsMigration,
  templatesUnusableMigration,
  takedownsCalledOffMigration,
  answersRetractedMigration,
  registerRevisionMigration,
  importsUndoneMigration,
  disclosuresSealedAnewMigration,
  postsRetractedMigration,
  guardiansVersionsMigration,
  answersSaidAgainMigration,
  rejectedPicturesMigration,
  nobodyLookedMigration,
  coversUnseenMigration,
  accountsHeldMigration,
];
