import { faceAt } from '../../policy/evidence-of.ts';
import { type TestService } from '../../support/service/start-service.ts';
import { addBatch, addPhoto, readyWorld, releaseAll, settle } from '../release/release-world.ts';

/** A face that nobody was compared with. */
export const oneFace = {
  faces: [faceAt(200)],
  match: { compared: [], faces: [{ incomparable: null, candidates: [] }] },
};

/** A takedown as the list has it. */
export interface Listed {
  readonly id: string;
  readonly state: string;
  readonly cause: string | null;
  readonly outcome: string | null;
  readonly note: string | null;
  readonly owner: { readonly id: string };
  readonly dueOn: string;
  readonly posts: readonly { readonly id: string; readonly url: string }[];
  readonly pupil: { readonly id: string } | null;
}

/** A photo of people is out, on whose roll the pupil stands alone. */
export async function releasedAlone(service: TestService) {
  const world = await readyWorld(service, await service.signInAs('admin'));
  const batchId = await addBatch(service);
  await service.database.deleteFrom('batchRoll').where('batchId', '=', batchId).execute();
  await service.database
    .insertInto('batchRoll')
    .values({ batchId, groupKind: 'pupil', groupName: world.pupilId })
    .execute();
  const photoId = await addPhoto(service, batchId, { values: oneFace });
  return { ...world, batchId, photoId, releaseId: await releaseAll(service, batchId) };
}

/** How far a photo is on its journey. */
export async function stateOf(service: TestService, photoId: string): Promise<string> {
  return (
    await service.database.selectFrom('photos').select('state').where('id', '=', photoId).executeTakeFirstOrThrow()
  ).state;
}

/** A parent takes the permission for every channel back. */
export function withdraw(service: TestService, pupilId: string): Promise<void> {
  return answer(service, pupilId, 'withdrawn', null);
}

/** The office records what a parent says of every channel, and everything is judged again. */
export async function answer(
  service: TestService,
  pupilId: string,
  said: string,
  validUntil: string | null,
): Promise<void> {
  const office = await service.signInAs('office');
  const reply = await office.post(`/api/pupils/${pupilId}/consents`, {
    channelId: null,
    answer: said,
    basis: 'consent',
    validFrom: '2026-03-02',
    validUntil,
    guardianId: null,
    givenBy: 'Mother',
    method: 'letter',
    evidenceReference: null,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  await settle(service);
}

/** Takedowns as the safeguarding lead sees them. */
export async function listed(service: TestService, query = ''): Promise<readonly Listed[]> {
  const dsl = await service.signInAs('dsl');
  return ((await dsl.get(`/api/takedowns${query}`)).json as { items: Listed[] }).items;
}
