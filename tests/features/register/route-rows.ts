import { documentEndpoints } from '../../../src/contract/register-documents.ts';
import { guardianEndpoints } from '../../../src/contract/register-guardians.ts';
import { pupilEndpoints, registerEndpoints } from '../../../src/contract/register.ts';
import { biometricEndpoints, consentEndpoints, restrictionEndpoints } from '../../../src/contract/register-answers.ts';
import { importEndpoints } from '../../../src/contract/register-imports.ts';
import { registerPhotoEndpoints } from '../../../src/contract/register-photos.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { only, signedIn, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { openChannel } from '../setup/application.ts';
import { photoForm } from './photos.ts';
import { addParent, addPupil, biometricEvent, permitted, pupilDetails, restriction } from './world.ts';

const office = ({ service }: RouteWorld) => service.signInAs('office');
const dsl = ({ service }: RouteWorld) => service.signInAs('dsl');
const idOf = (reply: { readonly json: unknown }): string => (reply.json as { id: string }).id;
const secret = ['Court order', 'restricted', 'sealed'];
const hidesReasons = { office: secret, moderator: secret };

async function newPupil(world: RouteWorld): Promise<string> {
  return await addPupil(await office(world), `n-${world.fresh()}`);
}

async function restrictedPupil(world: RouteWorld) {
  const pupilId = await newPupil(world);
  const reply = await (await dsl(world)).post(`/api/pupils/${pupilId}/restrictions`, restriction);
  return { pupilId, restrictionId: idOf(reply) };
}

async function channelAndRestricted(world: RouteWorld) {
  await openChannel(world.service, world.admin, `channel-${world.fresh()}`);
  return await restrictedPupil(world);
}

async function newWarning(world: RouteWorld): Promise<string> {
  const pupilId = await newPupil(world);
  return idOf(await (await dsl(world)).post(`/api/pupils/${pupilId}/contact-warnings`, { note: 'Ring aunt only' }));
}

const ofNewPupil = async (world: RouteWorld) => ({ params: { pupilId: await newPupil(world) } });

async function guardianOfPupil(world: RouteWorld) {
  const pupilId = await newPupil(world);
  return { pupilId, guardianId: await addParent(await office(world), pupilId) };
}

async function newDocument(world: RouteWorld): Promise<string> {
  const pupilId = await newPupil(world);
  const form = photoForm(Buffer.from('%PDF-1.7 a form'), undefined, 'file');
  return idOf(await (await office(world)).send('POST', `/api/pupils/${pupilId}/documents`, { form }));
}

const ofNewDocument = async (world: RouteWorld) => ({ params: { documentId: await newDocument(world) } });

/** Scanned forms and letters: for those who record answers. */
const documentRows: readonly RouteRow[] = [
  { endpoint: documentEndpoints.list, request: ofNewPupil, expected: only(200, 'office', 'dsl') },
  {
    endpoint: documentEndpoints.add,
    request: async (world) => ({
      ...(await ofNewPupil(world)),
      form: photoForm(Buffer.from('%PDF-1.7 a form'), undefined, 'file'),
    }),
    expected: only(201, 'office', 'dsl'),
  },
  {
    endpoint: documentEndpoints.read,
    request: ofNewDocument,
    expected: only(200, 'office', 'dsl'),
    forbidden: { staff: ['%PDF'], moderator: ['%PDF'], admin: ['%PDF'], anonymous: ['%PDF'] },
  },
  { endpoint: documentEndpoints.remove, request: ofNewDocument, expected: only(204, 'office', 'dsl') },
];

/** Pupils and guardians. */
const pupilRows: readonly RouteRow[] = [
  {
    endpoint: pupilEndpoints.list,
    request: async (world) => {
      await channelAndRestricted(world);
      return {};
    },
    expected: only(200, 'office', 'moderator', 'dsl'),
    forbidden: hidesReasons,
  },
  {
    endpoint: pupilEndpoints.add,
    request: ({ fresh }) => ({ body: pupilDetails(`a-${fresh()}`) }),
    expected: only(201, 'office', 'dsl'),
  },
  {
    endpoint: pupilEndpoints.read,
    request: async (world) => ({ params: { pupilId: (await channelAndRestricted(world)).pupilId } }),
    expected: only(200, 'office', 'moderator', 'dsl'),
    forbidden: hidesReasons,
  },
  {
    endpoint: pupilEndpoints.change,
    request: async (world) => ({
      ...(await ofNewPupil(world)),
      body: { ...pupilDetails(`c-${world.fresh()}`), version: 1 },
    }),
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: pupilEndpoints.leave,
    request: async (world) => ({ ...(await ofNewPupil(world)), body: { leftOn: '2026-02-01', version: 1 } }),
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: pupilEndpoints.addSibling,
    request: async (world) => ({ params: { pupilId: await newPupil(world), siblingId: await newPupil(world) } }),
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: pupilEndpoints.removeSibling,
    request: async (world) => ({ params: { pupilId: await newPupil(world), siblingId: await newPupil(world) } }),
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: pupilEndpoints.listGroups,
    expected: only(200, 'staff', 'office', 'moderator', 'dsl'),
    forbidden: { staff: ['Ferrari'] },
  },
  { endpoint: guardianEndpoints.list, request: ofNewPupil, expected: only(200, 'office', 'dsl') },
  {
    endpoint: guardianEndpoints.add,
    request: async (world) => ({
      ...(await ofNewPupil(world)),
      body: { name: 'Jo', email: 'jo@home.example', phone: null, relationship: 'mother', isParent: true },
    }),
    expected: only(201, 'office', 'dsl'),
  },
  {
    endpoint: guardianEndpoints.join,
    request: async (world) => ({
      params: { ...(await guardianOfPupil(world)), pupilId: await newPupil(world) },
      body: { relationship: 'aunt', isParent: false },
    }),
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: guardianEndpoints.unlink,
    request: async (world) => ({ params: await guardianOfPupil(world), query: '?version=1' }),
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: guardianEndpoints.change,
    request: async (world) => ({
      params: await guardianOfPupil(world),
      body: { name: 'Jo', email: null, phone: '01632 960 001', relationship: 'aunt', isParent: true, version: 1 },
    }),
    expected: only(204, 'office', 'dsl'),
  },
];

/** Consents, objections, restrictions, biometric permission, the register. */
const answerRows: readonly RouteRow[] = [
  {
    endpoint: consentEndpoints.list,
    request: async (world) => ({ params: { pupilId: (await channelAndRestricted(world)).pupilId } }),
    expected: only(200, 'office', 'dsl'),
    forbidden: { office: secret },
  },
  {
    endpoint: consentEndpoints.record,
    request: async (world) => ({ ...(await ofNewPupil(world)), body: permitted(null) }),
    expected: only(201, 'office', 'dsl'),
  },
  {
    endpoint: consentEndpoints.retract,
    request: async (world) => {
      const path = `/api/pupils/${await newPupil(world)}/consents`;
      return { params: { consentId: idOf(await (await office(world)).post(path, permitted(null))) } };
    },
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: consentEndpoints.object,
    request: async (world) => ({
      ...(await ofNewPupil(world)),
      body: { channelId: null, objectedOn: '2026-03-01' },
    }),
    expected: only(201, 'office', 'dsl'),
  },
  {
    endpoint: consentEndpoints.liftObjection,
    request: async (world) => {
      const path = `/api/pupils/${await newPupil(world)}/objections`;
      const reply = await (await office(world)).post(path, { channelId: null, objectedOn: '2026-03-01' });
      return { params: { objectionId: idOf(reply) } };
    },
    expected: only(204, 'office', 'dsl'),
  },
  {
    endpoint: restrictionEndpoints.list,
    request: async (world) => ({ params: { pupilId: (await restrictedPupil(world)).pupilId } }),
    expected: only(200, 'dsl'),
    forbidden: { dsl: ['Court order'] },
  },
  {
    endpoint: restrictionEndpoints.record,
    request: async (world) => ({ ...(await ofNewPupil(world)), body: restriction }),
    expected: only(201, 'dsl'),
  },
  {
    endpoint: restrictionEndpoints.readReason,
    request: async (world) => ({ params: { restrictionId: (await restrictedPupil(world)).restrictionId } }),
    expected: only(200, 'dsl'),
  },
  {
    endpoint: restrictionEndpoints.lift,
    request: async (world) => ({ params: { restrictionId: (await restrictedPupil(world)).restrictionId } }),
    expected: only(204, 'dsl'),
  },
  {
    endpoint: restrictionEndpoints.warn,
    request: async (world) => ({ ...(await ofNewPupil(world)), body: { note: 'Ring aunt only' } }),
    expected: only(201, 'dsl'),
  },
  { endpoint: restrictionEndpoints.listWarnings, request: ofNewPupil, expected: only(200, 'dsl') },
  {
    endpoint: restrictionEndpoints.liftWarning,
    request: async (world) => ({ params: { warningId: await newWarning(world) } }),
    expected: only(204, 'dsl'),
  },
  { endpoint: biometricEndpoints.read, request: ofNewPupil, expected: only(200, 'office', 'dsl') },
  {
    endpoint: biometricEndpoints.record,
    request: async (world) => ({ ...(await ofNewPupil(world)), body: biometricEvent('pupil-objected', null) }),
    expected: only(201, 'office', 'dsl'),
  },
  {
    endpoint: registerEndpoints.read,
    request: async (world) => {
      await channelAndRestricted(world);
      return {};
    },
    expected: only(200, 'office', 'moderator', 'dsl'),
    forbidden: hidesReasons,
  },
  { endpoint: registerEndpoints.readExpiring, expected: only(200, 'office', 'dsl') },
  { endpoint: registerEndpoints.readFreshness, expected: signedIn(200) },
  { endpoint: registerEndpoints.confirmCurrent, expected: only(201, 'office') },
  {
    endpoint: registerEndpoints.export,
    request: async (world) => {
      await channelAndRestricted(world);
      return {};
    },
    expected: only(200, 'office', 'dsl'),
    forbidden: { office: secret },
  },
];

/** What happens with real photos is in reference-photos.test.ts; here nobody gets as far as a model. */
const photoRows: readonly RouteRow[] = [
  {
    endpoint: registerPhotoEndpoints.setPortrait,
    request: async (world) => ({ ...(await ofNewPupil(world)), form: new FormData() }),
    expected: only(400, 'office'),
  },
  {
    endpoint: registerPhotoEndpoints.readPortrait,
    request: ofNewPupil,
    expected: only(404, 'office', 'moderator', 'dsl'),
  },
  { endpoint: registerPhotoEndpoints.list, request: ofNewPupil, expected: only(200, 'office', 'dsl') },
  { endpoint: registerPhotoEndpoints.listDue, expected: only(200, 'office', 'dsl') },
  {
    endpoint: registerPhotoEndpoints.add,
    request: async (world) => ({ ...(await ofNewPupil(world)), form: photoForm(Buffer.from('photo')) }),
    expected: only(409, 'office', 'dsl'),
  },
  {
    endpoint: registerPhotoEndpoints.read,
    request: () => ({ params: { referencePhotoId: newId() } }),
    expected: only(404, 'office', 'dsl'),
  },
  {
    endpoint: registerPhotoEndpoints.remove,
    request: () => ({ params: { referencePhotoId: newId() } }),
    expected: only(404, 'office', 'dsl'),
  },
  {
    endpoint: registerPhotoEndpoints.disown,
    request: () => ({ params: { referencePhotoId: newId() } }),
    expected: only(404, 'office', 'dsl'),
  },
];

async function newImport(world: RouteWorld) {
  const form = photoForm(Buffer.from(`id,forename,surname\n${world.fresh()},Ada,Li\n`), { missing: 'keep' }, 'file');
  return { params: { importId: idOf(await (await office(world)).send('POST', '/api/imports/pupils', { form })) } };
}

/** Imports. */
const importRows: readonly RouteRow[] = [
  {
    endpoint: importEndpoints.checkPupils,
    request: () => ({ form: photoForm(Buffer.from('id,forename,surname\nA1,Ada,Li\n'), undefined, 'file') }),
    expected: only(201, 'office'),
  },
  {
    endpoint: importEndpoints.checkConsents,
    request: async (world) => {
      await openChannel(world.service, world.admin, `channel-${world.fresh()}`);
      const body = { validFrom: '2026-03-01', validUntil: '2027-02-28', givenBy: 'Autumn forms' };
      return { form: photoForm(Buffer.from('Adno,All photos\nA1,yes\n'), body, 'file') };
    },
    expected: only(201, 'office'),
  },
  {
    endpoint: importEndpoints.portraits,
    request: () => ({ form: photoForm(Buffer.from('no archive'), undefined, 'file') }),
    expected: only(422, 'office'),
  },
  { endpoint: importEndpoints.list, expected: only(200, 'office', 'dsl') },
  { endpoint: importEndpoints.read, request: newImport, expected: only(200, 'office', 'dsl') },
  { endpoint: importEndpoints.listLines, request: newImport, expected: only(200, 'office', 'dsl') },
  { endpoint: importEndpoints.apply, request: newImport, expected: only(200, 'office') },
  { endpoint: importEndpoints.readUndo, request: newImport, expected: only(200, 'office', 'dsl') },
  {
    endpoint: importEndpoints.undo,
    request: async (world) => ({ ...(await newImport(world)), body: { basis: 'of something else' } }),
    expected: only(409, 'office'),
  },
  { endpoint: importEndpoints.abandon, request: newImport, expected: only(204, 'office') },
];

/** The register feature's part of the route × role table. */
export const registerRows: readonly RouteRow[] = [
  ...pupilRows,
  ...answerRows,
  ...photoRows,
  ...importRows,
  ...documentRows,
];
