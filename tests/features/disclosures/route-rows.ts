import { disclosureEndpoints } from '../../../src/contract/disclosures.ts';
import { only, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { addPupil, restriction } from '../register/world.ts';

/** Who was told about a new pupil's new restriction. */
export async function newDisclosure({ service, fresh }: RouteWorld) {
  const pupilId = await addPupil(await service.signInAs('office'), `d-${fresh()}`);
  const reply = await (await service.signInAs('dsl')).post(`/api/pupils/${pupilId}/restrictions`, restriction);
  const about = { kind: 'restriction', restrictionId: (reply.json as { id: string }).id };
  const said = { recipient: 'PC Rowe, ref. 88', told: 'That the father rang.', disclosedOn: '2026-03-01' };
  return { about, toKind: 'police', ...said };
}

const secret = ['PC Rowe', 'father'];

/** The disclosures' part of the route × role table. */
export const disclosureRows: readonly RouteRow[] = [
  {
    endpoint: disclosureEndpoints.record,
    request: async (world) => ({ body: await newDisclosure(world) }),
    expected: only(201, 'dsl'),
  },
  {
    endpoint: disclosureEndpoints.list,
    request: async (world) => {
      await (await world.service.signInAs('dsl')).post('/api/disclosures', await newDisclosure(world));
      return {};
    },
    expected: only(200, 'dsl'),
    forbidden: { office: secret, moderator: secret, admin: secret, staff: secret },
  },
];
