import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { addPupil } from './world.ts';

// prettier-ignore

interface Standing {
  readonly today: readonly { channelId: string; mayAppear: boolean; reason: string | null; until: string | null }[];
  readonly history: readonly { answer: string; validUntil: string | null; retractedAt: string | null }[];
}

export async function world() {
  const service = await startService({ jobConcurrency: 0 });
  const [admin, office, dsl] = [
    await service.signInAs('admin'),
    await service.signInAs('office'),
    await service.signInAs('dsl'),
  ];
  await openChannel(service, admin, 'website');
  await openChannel(service, admin, 'press');
  const pupilId = await addPupil(office, 'A1');
  const standing = async (client = office) => (await client.get(`/api/pupils/${pupilId}/consents`)).json as Standing;
  const reasons = async (client = office) =>
    Object.fromEntries((await standing(client)).today.map((one) => [one.channelId, one.reason]));
  const answer = async (body: object) => await office.post(`/api/pupils/${pupilId}/consents`, body);
  return { service, admin, office, dsl, pupilId, standing, reasons, answer };
}

export const fieldsOf = (reply: { json: unknown }) =>
  (reply.json as { error: { fields?: { path: string }[] } }).error.fields?.map(({ path }) => path);
