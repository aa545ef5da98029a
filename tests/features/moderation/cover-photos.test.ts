import { describe, expect, it } from 'vitest';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { evidenceOf, faceAt } from '../../policy/evidence-of.ts';
import { judgeEvidence } from '../../../src/pipeline/judge-stored-photo.ts';
import { writeEvidence } from '../../../src/store/evidence-rows.ts';
import { getPhoto, updatePhoto } from '../../../src/store/find-photo.ts';
import { insertVerdict } from '../../../src/store/verdict-rows.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { approve, approveNow, pathOf, read } from './decide-world.ts';
import { addFlagged } from './seed.ts';

interface Result {
  readonly photoId: string;
  readonly version: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}
interface Queue {
  readonly items: readonly { readonly id: string; readonly facesToCover: number; readonly isChanged: boolean }[];
  readonly beingMade: number;
}
type Reader = Awaited<ReturnType<TestService['signInAs']>>;

const outputs = '/api/moderation/outputs';
const readQueue = async (client: Reader): Promise<Queue> => (await client.get('/api/moderation/queue')).json as Queue;
const resultsOf = (reply: { readonly json: unknown }): readonly Result[] =>
  (reply.json as { readonly results: readonly Result[] }).results;

/** As the check would leave the picture in which nobody is seen any more. */
async function passCheck({ database, clock }: TestService, photoId: string): Promise<void> {
  await withTransaction(database, async (trx) => {
    const photo = await getPhoto(trx, photoId);
    const picture = { photoId, outputId: photo.currentOutputId };
    const evidence = evidenceOf({ faces: [] });
    await writeEvidence(trx, clock, picture, evidence);
    const judged = await judgeEvidence(trx, photo, evidence, clock.now().toISOString().slice(0, 10));
    expect(judged.verdict.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code)).toEqual([
      'photo/covers-unseen',
    ]);
    const currentVerdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'output-check' });
    await trx.updateTable('photoOutputs').set({ checkState: 'passed' }).where('photoId', '=', photoId).execute();
    await updatePhoto(trx, photo, { state: 'flagged', currentVerdictId });
  });
}

/** A face that nobody found, drawn by hand; the photo's version after it. */
async function drawOne(client: Reader, photoId: string): Promise<number> {
  const { version } = await read(client, photoId);
  const box = { x: 600, y: 300, width: 60, height: 60 };
  expect((await client.post(pathOf(photoId, '/faces'), { version, box })).status).toBeLessThan(300);
  return (await read(client, photoId)).version;
}

describe('covering every face of some photos', () => {
  it('covers what was found and drawn, and tells of each photo that it could not be done with', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const moderator = await service.signInAs('moderator');
    const first = await addFlagged(service);
    const [second, mine, nobody, changed, hidden] = [
      await addFlagged(service, { beside: first, isMatched: true }),
      await addFlagged(service, { beside: first }),
      await addFlagged(service, { beside: first, observed: { faces: [] } }),
      await addFlagged(service, { beside: first }),
      await addFlagged(service, { beside: first, isQuarantined: true }),
    ];
    await service.database
      .updateTable('photos')
      .set({ uploadedBy: service.accountIds.moderator })
      .where('id', '=', mine.photoId)
      .execute();
    const version = await drawOne(moderator, first.photoId);
    const crop = { x: 0, y: 0, width: 400, height: 400 };
    const cropped = { version: 1, faces: [], drawnFaces: [], areas: [], crop };
    expect((await moderator.post(pathOf(changed.photoId, '/outputs'), cropped)).status).toBe(202);
    const before = await readQueue(moderator);
    expect(new Map(before.items.map(({ id, facesToCover }) => [id, facesToCover]))).toEqual(
      new Map([
        [first.photoId, 3],
        [second.photoId, 2],
        [mine.photoId, 2],
        [nobody.photoId, 0],
      ]),
    );
    expect(before.beingMade).toBe(1);
    const photos = [
      { photoId: first.photoId, version },
      ...[second, mine, nobody].map(({ photoId }) => ({ photoId, version: 1 })),
      { photoId: changed.photoId, version: 2 },
      { photoId: hidden.photoId, version: 1 },
    ];
    const results = resultsOf(await moderator.post(outputs, { photos }));
    expect(results.map(({ photoId, error }) => [photoId, error?.code ?? null])).toEqual([
      [first.photoId, null],
      [second.photoId, null],
      [mine.photoId, 'own-upload'],
      [nobody.photoId, 'wrong-state'],
      [changed.photoId, 'wrong-state'],
      [hidden.photoId, 'not-found'],
    ]);
    const made = await service.database
      .selectFrom('photoOutputs')
      .select(['photoId', 'kind', 'recipeJson'])
      .where('photoId', 'in', [first.photoId, second.photoId])
      .execute();
    const heads = made.map(({ photoId, kind, recipeJson }) => {
      return [photoId, kind, (JSON.parse(recipeJson) as { heads: readonly unknown[] }).heads.length];
    });
    expect(new Set(heads.map(String))).toEqual(new Set([`${first.photoId},cover,3`, `${second.photoId},cover,2`]));
    // Until the new picture is checked nobody can approve it.
    expect((await read(moderator, first.photoId)).state).toBe('received');
    expect(await readQueue(moderator)).toMatchObject({ beingMade: 3 });
  });

  it('covers nothing of a photo that somebody drew a face on meanwhile', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const moderator = await service.signInAs('moderator');
    const { photoId } = await addFlagged(service);
    const { version } = await read(moderator, photoId);
    await drawOne(await service.signInAs('dsl'), photoId);
    const [result] = resultsOf(await moderator.post(outputs, { photos: [{ photoId, version }] }));
    expect(result?.error?.code).toBe('changed-meanwhile');
    expect(await service.database.selectFrom('photoOutputs').select('id').execute()).toEqual([]);
  });

  it('is taken back for some photos at once, after their check', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const moderator = await service.signInAs('moderator');
    const first = await addFlagged(service);
    const { photoId } = first;
    const uncovered = await addFlagged(service, { beside: first });
    const [covered] = resultsOf(await moderator.post(outputs, { photos: [{ photoId, version: 1 }] }));
    const both = (version: number) => ({
      photos: [
        { photoId, version },
        { photoId: uncovered.photoId, version: 1 },
      ],
    });
    const tooEarly = resultsOf(await moderator.send('DELETE', outputs, { body: both(covered!.version!) }));
    expect(tooEarly.map(({ error }) => error?.code)).toEqual(['wrong-state', 'wrong-state']);
    await service.database.updateTable('photos').set({ state: 'flagged' }).where('id', '=', photoId).execute();
    const { version } = await read(moderator, photoId);
    const results = resultsOf(await moderator.send('DELETE', outputs, { body: both(version) }));
    expect(results.map(({ error }) => error?.code ?? null)).toEqual([null, 'wrong-state']);
    expect(await readQueue(moderator)).toMatchObject({ beingMade: 0 });
    expect((await read(moderator, photoId)).output).toBeNull();
  });

  it('is looked at one by one: such a picture is not easy, and not approved together with others', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const moderator = await service.signInAs('moderator');
    const { photoId } = await addFlagged(service, { observed: { faces: [faceAt(100)] } });
    const [covered] = resultsOf(await moderator.post(outputs, { photos: [{ photoId, version: 1 }] }));
    expect(covered?.error).toBeNull();
    await passCheck(service, photoId);
    const waiting = (await readQueue(moderator)).items.find(({ id }) => id === photoId);
    expect(waiting).toMatchObject({
      isEasy: false,
      isChanged: true,
      facesToCover: 0,
      lineUpLeft: 0,
      verdict: 'review',
    });
    const { version } = await read(moderator, photoId);
    const many = { ...approve, photos: [{ photoId, version }] };
    const [refused] = resultsOf(await moderator.post('/api/moderation/decisions', many));
    expect(refused?.error).toMatchObject({
      code: 'wrong-state',
      message: expect.stringContaining('open it') as string,
    });
    expect((await approveNow(moderator, photoId)).json).toMatchObject({ state: 'approved' });
  });
});
