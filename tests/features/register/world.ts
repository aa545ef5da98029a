import type { Client } from '../../support/service/client.ts';
import type { TestService } from '../../support/service/start-service.ts';

/** A pupil of the tests. */
export function pupilDetails(schoolNumber: string, firstName = 'Ada', lastName = 'Ferrari') {
  return {
    schoolNumber,
    firstName,
    lastName,
    preferredName: null,
    otherNames: [],
    className: '4B',
    yearGroup: '4',
    dateOfBirth: null,
  };
}

/** Add a pupil and return the id. */
export async function addPupil(office: Client, schoolNumber: string, firstName?: string, lastName?: string) {
  const reply = await office.post('/api/pupils', pupilDetails(schoolNumber, firstName, lastName));
  if (reply.status !== 201) throw new Error(reply.text);
  return (reply.json as { id: string }).id;
}

/** Add a parent and return the id. */
export async function addParent(office: Client, pupilId: string, name = 'Jo Ferrari'): Promise<string> {
  const body = { name, email: null, phone: null, relationship: 'mother', isParent: true };
  const reply = await office.post(`/api/pupils/${pupilId}/guardians`, body);
  if (reply.status !== 201) throw new Error(reply.text);
  return (reply.json as { id: string }).id;
}

export function permitted(channelId: string | null, guardianId: string | null = null) {
  return {
    channelId,
    answer: 'permitted',
    basis: 'consent',
    validFrom: '2026-03-01',
    validUntil: '2027-03-01',
    guardianId,
    givenBy: 'Jo Ferrari, mother',
    method: 'paper-form',
    evidenceReference: 'Folder 3',
  };
}

export const restriction = { reason: 'Court order 17, father must not know', startsOn: '2026-03-02', endsOn: null };

/** The event that a parent was told, consented, objected… */
export function biometricEvent(event: string, guardianId: string | null) {
  return { event, guardianId, happenedOn: '2026-03-01', inWriting: true, evidenceReference: null, documentId: null };
}

/** Everything the law asks for before a pupil's face may be matched. */
export async function grantBiometric(office: Client, pupilId: string): Promise<string> {
  const parent = await addParent(office, pupilId);
  for (const event of ['parent-notified', 'parent-consented']) {
    const reply = await office.post(`/api/pupils/${pupilId}/biometric`, biometricEvent(event, parent));
    if (reply.status !== 201) throw new Error(reply.text);
  }
  return parent;
}

/** The codes of jobs waiting for this pupil, with their day. */
export async function registerJobs(service: TestService, pupilId: string | null): Promise<string[]> {
  const rows = await service.database
    .selectFrom('jobs')
    .select('runAfter')
    .where('kind', '=', 'register-changed')
    .where('payloadJson', '=', JSON.stringify({ pupilId }))
    .orderBy('runAfter')
    .execute();
  return rows.map(({ runAfter }) => runAfter.slice(0, 10));
}
