import { accountEndpoints } from './accounts.ts';
import { meEndpoints, openidEndpoints, sessionEndpoints } from './sign-in.ts';
import { auditEndpoints } from './audit.ts';
import { channelEndpoints } from './channels.ts';
import { disclosureEndpoints } from './disclosures.ts';
import type { Endpoint } from './endpoint.ts';
import { documentEndpoints } from './register-documents.ts';
import { guardianEndpoints } from './register-guardians.ts';
import { pupilEndpoints, registerEndpoints } from './register.ts';
import { biometricEndpoints, consentEndpoints, restrictionEndpoints } from './register-answers.ts';
import { importEndpoints } from './register-imports.ts';
import { registerPhotoEndpoints } from './register-photos.ts';
import { releaseEndpoints } from './release.ts';
import { answerEndpoints } from './moderation-answers.ts';
import { moderationEndpoints } from './moderation.ts';
import { operationsEndpoints } from './operations.ts';
import { retentionEndpoints } from './retention.ts';
import { setupEndpoints } from './setup.ts';
import { statisticsEndpoints } from './statistics.ts';
import { subjectRightsEndpoints } from './subject-rights.ts';
import { takedownEndpoints } from './takedowns.ts';
import { uploadEndpoints } from './uploads.ts';
import { webhookEndpoints } from './webhooks.ts';

/** Everything the service can be asked. */
export const allEndpoints: readonly Endpoint[] = [
  sessionEndpoints,
  meEndpoints,
  accountEndpoints,
  openidEndpoints,
  setupEndpoints,
  channelEndpoints,
  auditEndpoints,
  pupilEndpoints,
  guardianEndpoints,
  consentEndpoints,
  restrictionEndpoints,
  disclosureEndpoints,
  biometricEndpoints,
  registerEndpoints,
  registerPhotoEndpoints,
  documentEndpoints,
  importEndpoints,
  uploadEndpoints,
  subjectRightsEndpoints,
  retentionEndpoints,
  moderationEndpoints,
  answerEndpoints,
  releaseEndpoints,
  takedownEndpoints,
  webhookEndpoints,
  statisticsEndpoints,
  operationsEndpoints,
].flatMap((group) => Object.values<Endpoint>(group));
