import { documentEndpoints } from '../../contract/register-documents.ts';
import { guardianEndpoints } from '../../contract/register-guardians.ts';
import { pupilEndpoints, registerEndpoints } from '../../contract/register.ts';
import { biometricEndpoints, consentEndpoints, restrictionEndpoints } from '../../contract/register-answers.ts';
import { route, type Route } from '../../http/route.ts';
import { readBiometric, recordBiometricEvent } from './biometric.ts';
import { addPupil, changePupil, recordLeaving } from './change-pupil.ts';
import { listConsents, liftObjection, recordConsent, recordObjection } from './consents.ts';
import { liftContactWarning, listContactWarnings, warnAboutContact } from './contact-warnings.ts';
import { addDocument, listDocuments, readDocument, removeDocument } from './documents.ts';
import { exportRegister } from './export-register.ts';
import { confirmCurrent, readFreshness } from './freshness.ts';
import { addGuardian, changeGuardian, joinGuardian, listGuardians, unlinkGuardian } from './guardians.ts';
import { listPupils } from './list-pupils.ts';
import type { RegisterParts, RegisterPhotoParts } from './parts.ts';
import { listGroups, readPupil } from './read-pupil.ts';
import { readExpiring } from './read-expiring.ts';
import { addSibling, removeSibling } from './siblings.ts';
import { singleUpload } from './store-photo.ts';
import { readRegisterPage } from './read-register-page.ts';
import { retractConsent } from './retract-consent.ts';
import { liftRestriction, listRestrictions, readReason, recordRestriction } from './restrictions.ts';

/** Pupils, their guardians, what may be published of them, and the register that follows. */
export function registerRoutes(parts: RegisterPhotoParts): readonly Route[] {
  return [
    ...pupilRoutes(parts),
    ...guardianRoutes(parts),
    ...consentRoutes(parts),
    ...restrictionRoutes(parts),
    ...documentRoutes(parts),
    route(biometricEndpoints.read, ({ params }) => readBiometric(parts, params.pupilId)),
    route(biometricEndpoints.record, ({ person, params, body }) =>
      recordBiometricEvent(parts, person.accountId, params.pupilId, body),
    ),
    route(registerEndpoints.read, ({ person, query }) => readRegisterPage(parts, person, query)),
    route(registerEndpoints.readExpiring, () => readExpiring(parts)),
    route(registerEndpoints.readFreshness, () => readFreshness(parts.database, parts.clock)),
    route(registerEndpoints.confirmCurrent, ({ person }) => confirmCurrent(parts, person.accountId)),
    route(registerEndpoints.export, ({ person }) => exportRegister(parts, person)),
  ];
}

function pupilRoutes(parts: RegisterParts): readonly Route[] {
  return [
    route(pupilEndpoints.list, ({ person, query }) => listPupils(parts, person, query)),
    route(pupilEndpoints.add, ({ person, body }) => addPupil(parts, person.accountId, body)),
    route(pupilEndpoints.read, ({ person, params }) => readPupil(parts, person, params.pupilId)),
    route(pupilEndpoints.change, async ({ person, params, body }) => {
      await changePupil(parts, person.accountId, params.pupilId, body);
      return undefined;
    }),
    route(pupilEndpoints.leave, async ({ person, params, body }) => {
      await recordLeaving(parts, person.accountId, params.pupilId, body);
      return undefined;
    }),
    route(pupilEndpoints.addSibling, async ({ person, params }) => {
      await addSibling(parts, person.accountId, params);
      return undefined;
    }),
    route(pupilEndpoints.removeSibling, async ({ person, params }) => {
      await removeSibling(parts, person.accountId, params);
      return undefined;
    }),
    route(pupilEndpoints.listGroups, () => listGroups(parts)),
  ];
}

function guardianRoutes(parts: RegisterParts): readonly Route[] {
  return [
    route(guardianEndpoints.list, async ({ params }) => ({ guardians: await listGuardians(parts, params.pupilId) })),
    route(guardianEndpoints.add, ({ person, params, body }) =>
      addGuardian(parts, person.accountId, params.pupilId, body),
    ),
    route(guardianEndpoints.join, async ({ person, params, body }) => {
      await joinGuardian(parts, person.accountId, params, body);
      return undefined;
    }),
    route(guardianEndpoints.change, async ({ person, params, body }) => {
      await changeGuardian(parts, person.accountId, params, body);
      return undefined;
    }),
    route(guardianEndpoints.unlink, async ({ person, params, query }) => {
      await unlinkGuardian(parts, person.accountId, params, query.version);
      return undefined;
    }),
  ];
}

function consentRoutes(parts: RegisterParts): readonly Route[] {
  return [
    route(consentEndpoints.list, ({ person, params }) => listConsents(parts, person, params.pupilId)),
    route(consentEndpoints.record, ({ person, params, body }) =>
      recordConsent(parts, person.accountId, params.pupilId, body),
    ),
    route(consentEndpoints.retract, async ({ person, params }) => {
      await retractConsent(parts, person.accountId, params.consentId);
      return undefined;
    }),
    route(consentEndpoints.object, ({ person, params, body }) =>
      recordObjection(parts, person.accountId, params.pupilId, body),
    ),
    route(consentEndpoints.liftObjection, async ({ person, params }) => {
      await liftObjection(parts, person.accountId, params.objectionId);
      return undefined;
    }),
  ];
}

function documentRoutes(parts: RegisterParts): readonly Route[] {
  return [
    route(documentEndpoints.list, async ({ params }) => ({ documents: await listDocuments(parts, params.pupilId) })),
    route(documentEndpoints.add, ({ person, params, uploads }) =>
      addDocument(parts, person.accountId, params.pupilId, singleUpload(uploads, 'file')),
    ),
    route(documentEndpoints.read, ({ person, params }) => readDocument(parts, person.accountId, params.documentId)),
    route(documentEndpoints.remove, async ({ person, params }) => {
      await removeDocument(parts, person.accountId, params.documentId);
      return undefined;
    }),
  ];
}

function restrictionRoutes(parts: RegisterParts): readonly Route[] {
  return [
    route(restrictionEndpoints.list, async ({ params }) => ({
      restrictions: await listRestrictions(parts, params.pupilId),
    })),
    route(restrictionEndpoints.record, ({ person, params, body }) =>
      recordRestriction(parts, person.accountId, params.pupilId, body),
    ),
    route(restrictionEndpoints.readReason, ({ person, params }) =>
      readReason(parts, person.accountId, params.restrictionId),
    ),
    route(restrictionEndpoints.lift, async ({ person, params }) => {
      await liftRestriction(parts, person.accountId, params.restrictionId);
      return undefined;
    }),
    route(restrictionEndpoints.warn, ({ person, params, body }) =>
      warnAboutContact(parts, person.accountId, params.pupilId, body.note),
    ),
    route(restrictionEndpoints.listWarnings, async ({ params }) => ({
      warnings: await listContactWarnings(parts, params.pupilId),
    })),
    route(restrictionEndpoints.liftWarning, async ({ person, params }) => {
      await liftContactWarning(parts, person.accountId, params.warningId);
      return undefined;
    }),
  ];
}
