import { expect, it } from 'vitest';
import type { Client, Reply } from '../../support/service/client.ts';
import { startService } from '../../support/service/start-service.ts';
import { settle } from '../release/release-world.ts';
import { demoPhoto, restrict } from '../uploads/seed.ts';
import { addFlagged, reasonInSeal } from './seed.ts';

const pathOf = (photoId: string, rest = ''): string => `/api/moderation/photos/${photoId}${rest}`;

interface Detail {
  readonly version: number;
  readonly verdict: string;
  readonly lineUpLeft: number;
  readonly output: { readonly checkState: string } | null;
}

async function read(client: Client, photoId: string): Promise<Detail> {
  return (await client.get(pathOf(photoId))).json as Detail;
}

async function say(client: Client, photoId: string, pupilId: string, answer: string): Promise<Reply> {
  const { version } = await read(client, photoId);
  return await client.post(pathOf(photoId, '/line-up'), { version, answers: [{ pupilId, answer }] });
}

/** Two moderators, the safeguarding lead, and a photo with a pupil to look for. */
async function world(isRestricted: boolean) {
  const service = await startService();
  const first = await service.signInAs('moderator');
  const second = await service.signIn((await service.addAccount('moderator')).email);
  const lead = await service.signInAs('dsl');
  const flagged = await addFlagged(service, { preview: demoPhoto(1) });
  if (isRestricted) await restrict(service, flagged.pupilId, reasonInSeal);
  return { service, first, second, lead, ...flagged };
}

it('whom a colleague saw is taken back by that colleague or the safeguarding lead', async () => {
  const { first, second, lead, photoId, pupilId } = await world(false);
  expect((await say(first, photoId, pupilId, 'here')).status).toBe(200);
  const refused = await say(second, photoId, pupilId, 'not-here');
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('only that colleague')]);
  expect((await read(second, photoId)).verdict).toBe('block');
  // A slip of one's own, and the word of the lead.
  expect((await say(first, photoId, pupilId, 'not-here')).json).toMatchObject({ verdict: 'review' });
  expect((await say(first, photoId, pupilId, 'here')).status).toBe(200);
  expect((await say(lead, photoId, pupilId, 'not-here')).json).toMatchObject({ verdict: 'review' });
});

it('a colleague who knows the child may help out of "cannot tell", but not for a pupil under a restriction', async () => {
  const ordinary = await world(false);
  await say(ordinary.first, ordinary.photoId, ordinary.pupilId, 'cannot-tell');
  const helped = await say(ordinary.second, ordinary.photoId, ordinary.pupilId, 'not-here');
  expect(helped.json).toMatchObject({ verdict: 'review' });

  const { first, second, lead, photoId, pupilId } = await world(true);
  await say(first, photoId, pupilId, 'cannot-tell');
  expect((await say(second, photoId, pupilId, 'not-here')).status).toBe(409);
  expect((await say(second, photoId, pupilId, 'here')).status, 'what is graver is always taken').toBe(200);
  expect((await say(first, photoId, pupilId, 'not-here')).status).toBe(409);
  expect((await say(lead, photoId, pupilId, 'not-here')).status).toBe(200);
});

it('counts again when a cover is taken off', { timeout: 120_000 }, async () => {
  const { service, first, second, photoId, pupilId } = await world(true);
  await say(first, photoId, pupilId, 'here');
  const { version } = await read(second, photoId);
  const change = { version, faces: [2], drawnFaces: [], areas: [], crop: null };
  expect((await second.post(pathOf(photoId, '/outputs'), change)).status).toBe(202);
  const state = async () => (await read(second, photoId)).output?.checkState;
  await expect.poll(state, { timeout: 90_000, interval: 200 }).toBe('passed');
  await settle(service);
  // Of the changed picture everybody is asked anew, and answered for: one head is hidden there.
  expect((await say(second, photoId, pupilId, 'not-here')).status).toBe(200);
  const body = { version: (await read(second, photoId)).version };
  const restored = await second.send('DELETE', pathOf(photoId, '/outputs'), { body });
  expect(restored.json).toMatchObject({ state: 'flagged', verdict: 'block', lineUpLeft: 0 });
  expect((await say(second, photoId, pupilId, 'not-here')).status).toBe(409);
});
