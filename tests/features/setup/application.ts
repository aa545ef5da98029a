import type { TestService } from '../../support/service/start-service.ts';
import type { Client } from '../../support/service/client.ts';

/** The two who are named for the channel. */
interface NamedStaff {
  readonly accountIds: { readonly staff: string; readonly office: string };
}

/** A complete application for a channel, two of the test people named. */
export function application(service: NamedStaff, id = 'website') {
  return {
    id,
    name: `Channel ${id}`,
    kind: 'website',
    profile: 'strict',
    maxLongEdgePx: 1600,
    namesAllowed: false,
    noRecordMeans: 'refused',
    accountUrl: null,
    aim: 'Show families what we do.',
    intendedAudience: 'Families and neighbours',
    promotion: 'In the newsletter',
    audience: 'public',
    audienceReason: 'Prospective families look there.',
    policyUrl: 'https://oakfield.example/policy',
    staff: [service.accountIds.staff, service.accountIds.office],
  };
}

export const approval = {
  outcome: 'approved',
  leaderName: 'Jo Head',
  leaderPosition: 'Headteacher',
  note: '',
  nextReviewOn: '2026-09-01',
};

/** Apply for a channel and record its approval. */
export async function openChannel(service: TestService, admin: Client, id = 'website'): Promise<string> {
  const applied = await admin.post('/api/channels', application(service, id));
  const approved = await admin.post(`/api/channels/${id}/reviews`, approval);
  if (applied.status !== 201 || approved.status !== 204) throw new Error(applied.text + approved.text);
  return id;
}

export const signOff = {
  signedByName: 'Jo Head',
  signedByPosition: 'Headteacher',
  signedOn: '2026-03-01',
  reviewOn: '2027-03-01',
  documentReference: 'DPIA 12',
  officerConsulted: 'Ina Officer',
  officerAdvice: 'Proceed with opt-in only.',
};
