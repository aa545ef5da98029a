import { takedownEndpoints } from '../../../src/contract/takedowns.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { only, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { releasedWorld } from '../release/release-world.ts';

const released = (world: RouteWorld) => releasedWorld(world.service, world.admin, [`channel-${world.fresh()}`]);

async function due(world: RouteWorld) {
  const { releaseId, pupilId } = await released(world);
  const office = await world.service.signInAs('office');
  const { id: takedownId } = (await office.post(`/api/releases/${releaseId}/takedown`)).json as { id: string };
  return { takedownId, pupilId };
}

async function look(world: RouteWorld) {
  const { service } = world;
  const { releaseId, pupilId } = await released(world);
  const lookId = newId();
  await service.database
    .insertInto('releaseLooks')
    .values({
      ...{ id: lookId, releaseId, pupilId, cause: 'restricted', dueOn: '2026-03-04' },
      ...{ createdAt: '2026-03-02T09:00:00.000Z', answer: null, answeredAt: null, answeredBy: null },
    })
    .execute();
  return { lookId };
}

/** Restricted pupils are the safeguarding lead's: no other role may see the word. */
const reason = ['restricted'];

/** Takedowns and replays: their part of the route × role table. */
export const takedownRows: readonly RouteRow[] = [
  {
    endpoint: takedownEndpoints.list,
    request: async (world) => {
      const { takedownId, pupilId } = await due(world);
      await world.service.database
        .updateTable('takedowns')
        .set({ cause: 'restricted', pupilId })
        .where('id', '=', takedownId)
        .execute();
      return {};
    },
    expected: only(200, 'staff', 'office', 'moderator', 'dsl'),
    forbidden: { staff: [...reason, 'Quennell'], office: reason, moderator: reason },
  },
  {
    endpoint: takedownEndpoints.ask,
    request: async (world) => ({ params: { releaseId: (await released(world)).releaseId } }),
    expected: only(201, 'office', 'moderator', 'dsl'),
  },
  {
    endpoint: takedownEndpoints.assign,
    request: async (world) => ({
      params: { takedownId: (await due(world)).takedownId },
      body: { ownerId: world.service.accountIds.moderator },
    }),
    expected: only(204, 'office', 'moderator', 'dsl'),
  },
  {
    endpoint: takedownEndpoints.complete,
    request: async (world) => ({
      params: { takedownId: (await due(world)).takedownId },
      body: { outcome: 'removed', note: '' },
    }),
    expected: only(204, 'staff', 'office', 'moderator', 'dsl'),
  },
  {
    endpoint: takedownEndpoints.callOff,
    request: async (world) => ({
      params: { takedownId: (await due(world)).takedownId },
      body: { note: 'The wrong photo was asked for.' },
    }),
    expected: only(204, 'office', 'moderator', 'dsl'),
  },
  {
    endpoint: takedownEndpoints.listLooks,
    request: async (world) => {
      await look(world);
      return {};
    },
    expected: only(200, 'moderator', 'dsl'),
    forbidden: { moderator: reason },
  },
  {
    endpoint: takedownEndpoints.answerLook,
    request: async (world) => ({ params: await look(world), body: { answer: 'cannot-tell' } }),
    expected: only(200, 'moderator', 'dsl'),
  },
  { endpoint: takedownEndpoints.replay, expected: only(202, 'dsl', 'admin') },
  {
    endpoint: takedownEndpoints.preview,
    request: async ({ admin }) => {
      const { rules } = (await admin.get('/api/policy')).json as { rules: object };
      return { body: { rules, days: 30 } };
    },
    expected: only(200, 'dsl', 'admin'),
  },
];
