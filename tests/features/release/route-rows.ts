import sharp from 'sharp';
import { releaseEndpoints } from '../../../src/contract/release.ts';
import { only, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { readyWorld, releasedWorld } from './release-world.ts';

const channelOf = ({ fresh }: RouteWorld): string => `channel-${fresh()}`;

async function released(world: RouteWorld) {
  const channelId = channelOf(world);
  return { channelId, ...(await releasedWorld(world.service, world.admin, [channelId])) };
}

async function pictureForm(): Promise<FormData> {
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#369' } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append('picture', new Blob([new Uint8Array(picture)]), 'pasted.png');
  return form;
}

const names = ['Quennell', 'Wilhelmina'];

/** Releasing, the ledger and the look-up: their part of the route × role table. Office is named for the test channels. */
export const releaseRows: readonly RouteRow[] = [
  {
    endpoint: releaseEndpoints.status,
    request: async (world) => {
      const channelId = channelOf(world);
      const { batchId } = await readyWorld(world.service, world.admin, [channelId]);
      return { params: { batchId, channelId } };
    },
    expected: only(200, 'staff', 'office', 'moderator'),
    forbidden: { staff: names, office: names, moderator: names },
  },
  {
    endpoint: releaseEndpoints.prepare,
    request: async (world) => {
      const channelId = channelOf(world);
      const { batchId } = await readyWorld(world.service, world.admin, [channelId]);
      return { params: { batchId }, body: { channelId } };
    },
    expected: only(202, 'staff', 'office', 'moderator'),
  },
  {
    endpoint: releaseEndpoints.download,
    request: async (world) => {
      const { batchId, channelId } = await released(world);
      return { params: { batchId, channelId } };
    },
    expected: only(200, 'staff', 'office', 'moderator'),
    forbidden: { staff: names, office: names, moderator: names },
  },
  {
    endpoint: releaseEndpoints.post,
    request: async (world) => {
      const { releaseId } = await released(world);
      return { params: { releaseId }, body: { url: 'https://oakfield.example/fair', postedOn: '2026-03-02' } };
    },
    expected: only(201, 'staff', 'office', 'moderator', 'dsl'),
  },
  {
    endpoint: releaseEndpoints.retractPost,
    request: async (world) => {
      const { releaseId } = await released(world);
      const staff = await world.service.signInAs('staff');
      const post = { url: 'https://oakfield.example/fair', postedOn: '2026-03-02' };
      const { id: postId } = (await staff.post(`/api/releases/${releaseId}/posts`, post)).json as { id: string };
      return { params: { postId } };
    },
    expected: only(204, 'staff', 'office', 'moderator', 'dsl'),
  },
  {
    endpoint: releaseEndpoints.picture,
    request: async (world) => ({ params: { releaseId: (await released(world)).releaseId } }),
    expected: only(200, 'office', 'moderator', 'dsl'),
  },
  {
    endpoint: releaseEndpoints.ledger,
    request: async (world) => {
      await released(world);
      return {};
    },
    expected: only(200, 'office', 'moderator', 'dsl'),
    forbidden: { office: names, moderator: names },
  },
  {
    endpoint: releaseEndpoints.read,
    request: async (world) => ({ params: { releaseId: (await released(world)).releaseId } }),
    expected: only(200, 'office', 'moderator', 'dsl'),
    forbidden: { staff: names, admin: names },
  },
  {
    endpoint: releaseEndpoints.lookUp,
    request: async () => ({ form: await pictureForm() }),
    expected: only(200, 'office', 'moderator', 'dsl'),
  },
];
