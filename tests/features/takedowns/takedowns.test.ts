import { describe, expect, it } from 'vitest';
import { judgeBatchAgain } from '../../../src/features/takedowns/judge-batch.ts';
import { defaultSchoolPolicy } from '../../../src/policy/default-school-policy.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { faceAt, noMetadata } from '../../policy/evidence-of.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { approval } from '../setup/application.ts';
import {
  addBatch,
  addConsent,
  addPhoto,
  addPupil,
  confirmList,
  readyWorld,
  releaseAll,
  settle,
} from '../release/release-world.ts';

const oneFace = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };

interface Listed {
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
async function releasedAlone(service: TestService) {
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

async function stateOf(service: TestService, photoId: string): Promise<string> {
  return (
    await service.database.selectFrom('photos').select('state').where('id', '=', photoId).executeTakeFirstOrThrow()
  ).state;
}

function withdraw(service: TestService, pupilId: string): Promise<void> {
  return answer(service, pupilId, 'withdrawn', null);
}

async function answer(service: TestService, pupilId: string, said: string, validUntil: string | null): Promise<void> {
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

async function listed(service: TestService, query = ''): Promise<readonly Listed[]> {
  const dsl = await service.signInAs('dsl');
  return ((await dsl.get(`/api/takedowns${query}`)).json as { items: Listed[] }).items;
}

describe('takedowns', () => {
  it('follow a withdrawn permission, from the post to the end, and the audit log verifies', async () => {
    const service = await startService();
    const { pupilId, photoId, releaseId } = await releasedAlone(service);
    const staff = await service.signInAs('staff');
    await staff.post(`/api/releases/${releaseId}/posts`, { url: 'https://oakfield.example/a', postedOn: '2026-03-02' });
    expect(await stateOf(service, photoId)).toBe('released');
    await withdraw(service, pupilId);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    const [takedown, ...others] = await listed(service);
    expect(others).toEqual([]);
    expect(takedown).toMatchObject({
      cause: 'withdrawn',
      state: 'open',
      dueOn: '2026-03-04',
      posts: [{ url: 'https://oakfield.example/a' }],
      pupil: { id: pupilId },
      owner: { id: service.accountIds.staff },
    });
    const own = (await staff.get('/api/takedowns')).json as { items: Listed[] };
    expect(own.items).toMatchObject([{ id: takedown!.id, cause: null, pupil: null }]);
    service.clock.advance(3 * 86_400_000);
    expect(await listed(service, '?state=overdue')).toMatchObject([{ state: 'overdue' }]);
    const again = await service.signInAs('staff');
    const body = { outcome: 'removed', note: 'Deleted the post' };
    expect((await again.post(`/api/takedowns/${takedown!.id}/done`, body)).status).toBe(204);
    expect((await again.post(`/api/takedowns/${takedown!.id}/done`, body)).status).toBe(409);
    expect(await stateOf(service, photoId)).toBe('taken-down');
    expect(await listed(service, '?state=done')).toMatchObject([{ state: 'done' }]);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('let whoever has the task, or oversees it, put the addresses right, and nobody else', async () => {
    const service = await startService();
    const { releaseId } = await releasedAlone(service);
    const [office, staff, dsl] = [
      await service.signInAs('office'),
      await service.signInAs('staff'),
      await service.signInAs('dsl'),
    ];
    const colleague = await service.addAccount('staff');
    const helper = await service.signIn(colleague.email);
    const stranger = await service.signIn((await service.addAccount('staff')).email);
    const post = (by: typeof office, url: string) =>
      by.post(`/api/releases/${releaseId}/posts`, { url, postedOn: '2026-03-02' });
    expect((await post(staff, 'https://oakfield.example/wrong')).status).toBe(201);
    expect((await office.post(`/api/releases/${releaseId}/takedown`)).status).toBe(201);
    const [task] = await listed(service);
    expect((await post(helper, 'https://oakfield.example/b')).status).toBe(404);
    const path = `/api/takedowns/${task!.id}`;
    expect((await office.post(`${path}/owner`, { ownerId: colleague.id })).status).toBe(204);
    const seenBy = async (by: typeof office, query = '') =>
      ((await by.get(`/api/takedowns${query}`)).json as { readonly items: readonly Listed[] }).items[0]!;
    const theirs = await seenBy(helper);
    expect(theirs).toMatchObject({ id: task!.id, cause: null, posts: [{ url: 'https://oakfield.example/wrong' }] });
    expect((await helper.post(`/api/posts/${theirs.posts[0]!.id}/retract`)).status).toBe(204);
    expect((await post(helper, 'https://oakfield.example/b')).status).toBe(201);
    expect((await post(office, 'https://oakfield.example/c')).status).toBe(201);
    expect((await post(dsl, 'https://oakfield.example/d')).status).toBe(201);
    expect((await post(stranger, 'https://oakfield.example/e')).status).toBe(404);
    expect((await listed(service))[0]!.posts.map(({ url }) => url.at(-1))).toEqual(['b', 'c', 'd']);
    // Why is not theirs to know, and a colleague's note may tell it; their own words they may read again.
    expect((await office.post(`${path}/done`, { outcome: 'removed', note: 'As her mother asked' })).status).toBe(204);
    const ended = async (by: typeof office) => (await seenBy(by, '?state=done')).note;
    expect([await ended(helper), await ended(office), await ended(dsl)]).toEqual([
      null,
      'As her mother asked',
      'As her mother asked',
    ]);
  });

  it('follow an expiry by themselves, the day after', async () => {
    const service = await startService();
    const { photoId } = await releasedAlone(service);
    service.clock.set('2027-08-31T12:00:00.000Z');
    await settle(service);
    expect(await stateOf(service, photoId)).toBe('released');
    service.clock.set('2027-09-01T12:00:00.000Z');
    await settle(service);
    expect(await listed(service)).toMatchObject([{ cause: 'expired' }]);
  });

  it('follow a leaver', async () => {
    const service = await startService();
    const { pupilId } = await releasedAlone(service);
    await service.database.updateTable('pupils').set({ leftOn: '2026-03-02' }).where('id', '=', pupilId).execute();
    service.clock.set('2026-03-04T12:00:00.000Z');
    await settle(service);
    expect(await listed(service)).toMatchObject([{ cause: 'left', pupil: { id: pupilId } }]);
  });

  it('begin again for a photo that is found out there after all, with the address it is found at', async () => {
    const service = await startService();
    const { photoId, releaseId } = await releasedAlone(service);
    const [office, staff] = [await service.signInAs('office'), await service.signInAs('staff')];
    const ask = () => office.post(`/api/releases/${releaseId}/takedown`);
    const post = { url: 'https://oakfield.example/old-news', postedOn: '2026-03-02' };
    const end = async (outcome: string, note: string): Promise<void> => {
      service.clock.advance(60_000);
      const [open] = await listed(service);
      expect((await staff.post(`/api/takedowns/${open!.id}/done`, { outcome, note })).status).toBe(204);
    };
    expect((await ask()).status).toBe(201);
    await end('cannot-be-removed', 'Nobody knows the password.');
    expect((await staff.post(`/api/releases/${releaseId}/posts`, post)).status).toBe(409);
    expect([(await ask()).status, (await ask()).status]).toEqual([201, 409]);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect((await staff.post(`/api/releases/${releaseId}/posts`, post)).status).toBe(201);
    expect(await listed(service)).toMatchObject([{ cause: 'asked', posts: [{ url: post.url }] }]);
    await end('removed', '');
    expect(await stateOf(service, photoId)).toBe('taken-down');
    // What could not be removed the first time could the second.
    expect((await office.get(`/api/ledger/${releaseId}`)).json).toMatchObject({ couldNotBeRemoved: false });
    expect(await listed(service, '?state=done')).toMatchObject([
      { outcome: 'cannot-be-removed' },
      { outcome: 'removed' },
    ]);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('ask a person where nobody was compared, and follow when they see the pupil or cannot tell', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    const photoId = await addPhoto(service, batchId, { values: oneFace });
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    expect(await listed(service)).toEqual([]);
    const moderator = await service.signInAs('moderator');
    const { items } = (await moderator.get('/api/looks')).json as { items: { id: string; pupil: { id: string } }[] };
    expect(items).toMatchObject([{ pupil: { id: pupilId } }]);
    const reply = await moderator.post(`/api/looks/${items[0]!.id}/answer`, { answer: 'cannot-tell' });
    expect(reply.status).toBe(200);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect(((await moderator.get('/api/looks')).json as { items: unknown[] }).items).toEqual([]);
  });

  it('ask a person for whoever the file’s own words or new thresholds hint at', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    // Not of the class that was there, so nobody expects him.
    const elsewhere = await addPupil(service, { first: 'Cuthbert', last: 'Ashdown', className: '5A' });
    await addConsent(service, elsewhere);
    const tagged = { ...noMetadata, people: ['Cuthbert Ashdown'] };
    const alike = {
      compared: [elsewhere],
      faces: [{ incomparable: null, candidates: [{ pupil: elsewhere, score: 0.25 }] }],
    };
    await addPhoto(service, batchId, { values: { ...oneFace, metadata: tagged } });
    await addPhoto(service, batchId, { values: { ...oneFace, match: alike }, demo: 2 });
    await releaseAll(service, batchId);
    await withdraw(service, elsewhere);
    const moderator = await service.signInAs('moderator');
    const looks = async () =>
      ((await moderator.get('/api/looks')).json as { items: { id: string; cause: string; pupil: { id: string } }[] })
        .items;
    expect(await looks()).toMatchObject([{ pupil: { id: elsewhere }, cause: 'withdrawn' }]);
    const admin = await service.signInAs('admin');
    const { number, rules, handling } = (await admin.get('/api/policy')).json as {
      number: number;
      rules: { match: object };
      handling: object;
    };
    const lower = { ...rules, match: { ...rules.match, possible: 0.2 } };
    const body = { basedOn: number, rules: lower, handling, reason: 'Look at more' };
    expect((await admin.post('/api/policy/versions', body)).status).toBe(201);
    await settle(service);
    expect(await looks()).toHaveLength(2);
    expect(await listed(service)).toEqual([]);
  });

  it('never ask twice about a pupil who was looked for and is not there', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    await addPhoto(service, batchId, { values: oneFace });
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    const moderator = await service.signInAs('moderator');
    const { items } = (await moderator.get('/api/looks')).json as { items: { id: string }[] };
    await moderator.post(`/api/looks/${items[0]!.id}/answer`, { answer: 'not-here' });
    await (await service.signInAs('dsl')).post('/api/replay');
    await settle(service);
    expect(((await moderator.get('/api/looks')).json as { items: unknown[] }).items).toEqual([]);
    expect(await listed(service)).toEqual([]);
  });

  it('are not decided by whoever uploaded the photo', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    const photoId = await addPhoto(service, batchId, { values: oneFace });
    const { id: uploadedBy, email } = await service.addAccount('staff', 'moderator', 'office');
    await service.database.updateTable('photos').set({ uploadedBy }).where('id', '=', photoId).execute();
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    const [uploader, moderator] = [await service.signIn(email), await service.signInAs('moderator')];
    const look = async (by: typeof uploader) =>
      ((await by.get('/api/looks')).json as { items: { id: string; releaseId: string; isMine: boolean }[] }).items[0]!;
    expect([(await look(uploader)).isMine, (await look(moderator)).isMine]).toEqual([true, false]);
    const { id, releaseId } = await look(moderator);
    const say = (by: typeof uploader, said: string) => by.post(`/api/looks/${id}/answer`, { answer: said });
    expect((await say(uploader, 'not-here')).text).toContain('own-upload');
    expect((await say(moderator, 'not-here')).json).toEqual({ takedownId: null });

    await moderator.post(`/api/releases/${releaseId}/takedown`);
    const [task] = await listed(service);
    const callOff = (by: typeof uploader) => by.post(`/api/takedowns/${task!.id}/call-off`, { note: 'It may stay' });
    expect((await callOff(uploader)).text).toContain('own-upload');
    expect((await callOff(moderator)).status).toBe(204);
  });

  it('send photos that have not left back to the moderators', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    const photoId = await addPhoto(service, batchId, { values: oneFace });
    expect(await stateOf(service, photoId)).toBe('clear');
    await withdraw(service, pupilId);
    expect(await stateOf(service, photoId)).toBe('flagged');
  });

  it('are of one channel where another still permits it', async () => {
    const service = await startService();
    const { batchId, pupilId, photoId } = await readyWorld(service, await service.signInAs('admin'), [
      'website',
      'newsletter',
    ]);
    await service.database.deleteFrom('batchRoll').where('batchId', '=', batchId).execute();
    await service.database
      .insertInto('batchRoll')
      .values({ batchId, groupKind: 'pupil', groupName: pupilId })
      .execute();
    await releaseAll(service, batchId, 'website');
    await releaseAll(service, batchId, 'newsletter');
    const dsl = await service.signInAs('dsl');
    const { items } = (await dsl.get('/api/ledger?channelId=website')).json as { items: { id: string }[] };
    await dsl.post(`/api/releases/${items[0]!.id}/takedown`);
    expect(await stateOf(service, photoId)).toBe('released');
    const [takedown] = await listed(service);
    await dsl.post(`/api/takedowns/${takedown!.id}/done`, { outcome: 'never-posted', note: '' });
    expect(await stateOf(service, photoId)).toBe('released');
    expect(((await dsl.get('/api/ledger?standing=yes')).json as { items: unknown[] }).items).toHaveLength(1);
  });

  it('do not end as never posted without a word about the address that is recorded', async () => {
    const service = await startService();
    const { releaseId } = await releasedAlone(service);
    const [staff, dsl] = [await service.signInAs('staff'), await service.signInAs('dsl')];
    const posted = { url: 'https://oakfield.example/fair', postedOn: service.clock.now().toISOString().slice(0, 10) };
    expect((await staff.post(`/api/releases/${releaseId}/posts`, posted)).status).toBe(201);
    await dsl.post(`/api/releases/${releaseId}/takedown`);
    const [takedown] = await listed(service);
    const end = (note: string) => dsl.post(`/api/takedowns/${takedown!.id}/done`, { outcome: 'never-posted', note });
    expect((await end('')).json).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'note' }] } });
    expect((await listed(service)).map(({ id }) => id)).toEqual([takedown!.id]);
    expect((await end('The post was a draft that never went out.')).status).toBe(204);
  });

  it('are called off once a mistaken withdrawal is put right, and never before', async () => {
    const service = await startService();
    const { pupilId, photoId, releaseId } = await releasedAlone(service);
    await withdraw(service, pupilId);
    const [takedown] = await listed(service);
    const office = await service.signInAs('office');
    const callOff = () =>
      office.post(`/api/takedowns/${takedown!.id}/call-off`, { note: 'It was another pupil’s form.' });
    const refused = await callOff();
    expect([refused.status, refused.json]).toMatchObject([409, { error: { code: 'still-due' } }]);
    await answer(service, pupilId, 'permitted', '2027-08-31');
    expect(await listed(service)).toHaveLength(1);
    expect((await callOff()).status).toBe(204);
    expect(await listed(service)).toEqual([]);
    expect(await stateOf(service, photoId)).toBe('released');
    expect((await office.get(`/api/ledger/${releaseId}`)).json).toMatchObject({ takenDownAt: null });
    expect(await listed(service, '?state=done')).toMatchObject([
      { outcome: 'called-off', note: 'It was another pupil’s form.' },
    ]);
    expect((await callOff()).status).toBe(409);
    // It is out, and watched as before.
    await withdraw(service, pupilId);
    expect(await listed(service)).toMatchObject([{ cause: 'withdrawn' }]);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('are not called off while somebody else must not be seen, or must be looked for', async () => {
    const service = await startService();
    const { pupilId, batchId } = await releasedAlone(service);
    const other = await addPupil(service, { first: 'Ottoline', last: 'Marchbanks' });
    await service.database.insertInto('batchRoll').values({ batchId, groupKind: 'pupil', groupName: other }).execute();
    await withdraw(service, pupilId);
    await answer(service, pupilId, 'permitted', '2027-08-31');
    const [takedown] = await listed(service);
    const office = await service.signInAs('office');
    const reply = await office.post(`/api/takedowns/${takedown!.id}/call-off`, { note: 'A mistake.' });
    expect(reply.json).toMatchObject({ error: { code: 'still-due' } });
  });

  it('follow the closing of their channel, and end together when the account is gone', async () => {
    const service = await startService();
    const { photoId, releaseId, batchId } = await releasedAlone(service);
    const second = await addPhoto(service, batchId, { values: oneFace, demo: 2 });
    await addPhoto(service, batchId, { values: oneFace, demo: 3 });
    await releaseAll(service, batchId);
    const [admin, staff] = [await service.signInAs('admin'), await service.signInAs('staff')];
    expect((await admin.get('/api/channels/website')).json).toMatchObject({ published: 3 });
    const done = (id: string) => staff.post(`/api/takedowns/${id}/done`, { outcome: 'removed', note: '', wholeChannel: true }); // prettier-ignore
    const office = await service.signInAs('office');
    await office.post(`/api/releases/${releaseId}/takedown`);
    const [asked] = await listed(service);
    // Nobody can say it of a channel that goes on.
    expect((await done(asked!.id)).status).toBe(409);
    expect((await admin.post('/api/channels/website/close', { reason: 'Nobody has time for it.' })).status).toBe(204);
    const open = await listed(service);
    expect(open).toMatchObject([{ cause: 'asked' }, { cause: 'channel-closed' }, { cause: 'channel-closed' }]);
    expect(new Set(open.map(({ owner }) => owner.id))).toEqual(new Set([service.accountIds.staff]));
    for (const { id } of open) {
      const reply = await office.post(`/api/takedowns/${id}/call-off`, { note: 'We keep it.' });
      expect(reply.json).toMatchObject({ error: { code: 'still-due' } });
    }
    await office.post(`/api/takedowns/${open[1]!.id}/owner`, { ownerId: service.accountIds.moderator });
    expect((await done(asked!.id)).status).toBe(204);
    expect(await listed(service)).toMatchObject([{ id: open[1]!.id }]);
    expect((await office.post(`/api/takedowns/${open[1]!.id}/done`, { outcome: 'removed', note: '' })).status).toBe(
      204,
    );
    expect([await stateOf(service, photoId), await stateOf(service, second)]).toEqual(['taken-down', 'taken-down']);
    expect((await admin.get('/api/channels/website')).json).toMatchObject({ published: 0 });
  });

  it('are called off when a channel was closed by mistake and is approved again', async () => {
    const service = await startService();
    const { photoId } = await releasedAlone(service);
    const [admin, office] = [await service.signInAs('admin'), await service.signInAs('office')];
    await admin.post('/api/channels/website/close', { reason: 'The wrong one' });
    const [takedown] = await listed(service);
    expect((await admin.post('/api/channels/website/reviews', approval)).status).toBe(204);
    expect((await office.post(`/api/takedowns/${takedown!.id}/call-off`, { note: 'It is open.' })).status).toBe(204);
    expect(await stateOf(service, photoId)).toBe('released');
  });

  it('are looked for without keeping everybody else waiting', async () => {
    const service = await startService();
    const { batchId } = await releasedAlone(service);
    await addPhoto(service, batchId, { values: oneFace, demo: 2 });
    await releaseAll(service, batchId);
    for (const demo of [1, 2, 3] as const) await addPhoto(service, batchId, { values: oneFace, demo });
    let [turns, isOver] = [0, false];
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await judgeBatchAgain({ ...service, wakeJobs: () => undefined }, batchId);
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it('go to somebody who is still here when their owner’s account is closed', async () => {
    const service = await startService();
    const { pupilId } = await releasedAlone(service);
    const { staff, office, dsl } = service.accountIds;
    await withdraw(service, pupilId);
    expect(await listed(service)).toMatchObject([{ owner: { id: staff } }]);
    const admin = await service.signInAs('admin');
    expect((await admin.post('/api/channels/website/handover', { from: staff, to: dsl })).status).toBe(204);
    expect((await admin.post(`/api/accounts/${staff}/close`)).status).toBe(204);
    const [takedown] = await listed(service);
    expect([office, dsl]).toContain(takedown!.owner.id);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('go to somebody who may do them when their owner’s roles are changed, and never to whoever may not', async () => {
    const service = await startService();
    const { pupilId, releaseId } = await releasedAlone(service);
    const { staff, admin: adminId } = service.accountIds;
    await withdraw(service, pupilId);
    expect(await listed(service)).toMatchObject([{ owner: { id: staff } }]);
    const admin = await service.signInAs('admin');
    const asAdmin = await admin.send('PUT', `/api/accounts/${staff}/roles`, { body: { roles: ['admin'] } });
    expect(asAdmin.status, asAdmin.text).toBe(204);
    const [task] = await listed(service);
    expect([staff, adminId]).not.toContain(task!.owner.id);
    const dsl = await service.signInAs('dsl');
    await dsl.post(`/api/takedowns/${task!.id}/done`, { outcome: 'removed', note: '' });
    await dsl.post(`/api/releases/${releaseId}/takedown`);
    const [again] = await listed(service, '?state=open');
    expect([staff, adminId]).not.toContain(again!.owner.id);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('leave what cannot be removed among what is out', async () => {
    const service = await startService();
    const { pupilId, releaseId } = await releasedAlone(service);
    await withdraw(service, pupilId);
    const [takedown] = await listed(service);
    const office = await service.signInAs('office');
    const ledger = async (standing: string) => (await office.get(`/api/ledger?standing=${standing}`)).json;
    const printed = { outcome: 'cannot-be-removed', note: 'It is printed.' };
    expect((await office.post(`/api/takedowns/${takedown!.id}/done`, printed)).status).toBe(204);
    expect(await ledger('yes')).toMatchObject({ items: [{ id: releaseId, couldNotBeRemoved: true }] });
    expect(await ledger('no')).toMatchObject({ items: [] });
  });

  it('say what other thresholds would have flagged, and change nothing', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    await addPhoto(service, batchId, { values: { attire: { swimwear: 0.4, water: 0.02, people: [] } } });
    const before = await service.database.selectFrom('auditEvents').select('seq').execute();
    const { match, faces, prominence, attire, text, copyrightHolders } = defaultSchoolPolicy;
    const rules = { match, faces, prominence, attire: { ...attire, swimwear: 0.3 }, text, copyrightHolders };
    const dsl = await service.signInAs('dsl');
    const reply = await dsl.post('/api/replay/preview', { rules, days: 30 });
    expect(reply.json).toMatchObject({ judged: 2, moreFlagged: 1, fewerFlagged: 0 });
    expect((reply.json as { sentence: string }).sentence).toContain('flagged 1 more');
    const after = await service.database.selectFrom('auditEvents').select('action').execute();
    expect(after.slice(before.length)).toEqual([{ action: 'account/signed-in' }]);
  });
});

describe('a pupil who was never there', () => {
  it('does not touch releases without faces', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    await releaseAll(service, batchId);
    const pupilId = await addPupil(service, { first: 'Ottoline', last: 'Marchbanks' });
    await confirmList(service);
    await withdraw(service, pupilId);
    expect(await listed(service)).toEqual([]);
  });
});
