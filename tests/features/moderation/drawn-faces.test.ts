import { expect, it } from 'vitest';
import { cleanPhoto } from '../../../src/pipeline/clean.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { faceAt } from '../../policy/evidence-of.ts';
import type { Client } from '../../support/service/client.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { photoForm, portraits } from '../register/photos.ts';
import { addPupil, grantBiometric } from '../register/world.ts';
import { settle } from '../release/release-world.ts';
import { signOff } from '../setup/application.ts';
import { demoPhoto } from '../uploads/seed.ts';
import { addFlagged } from './seed.ts';

/** Where the woman of the reference photo looks out of the third demo photo, as a person would draw it. */
const hers = { x: 1080, y: 180, width: 200, height: 260 };

interface Shown {
  readonly version: number;
  readonly verdict: string;
  readonly lineUpLeft: number;
  readonly findings: readonly { readonly code: string; readonly reason: string }[];
  readonly drawnFaces: readonly {
    readonly id: string;
    readonly comparison: string;
    readonly reason: string | null;
    readonly candidates: readonly { readonly pupilId: string }[];
  }[];
}

/** The third demo photo in the place of the flagged photo's clean copy. */
async function giveCleanCopy({ database, vault, clock }: TestService, photoId: string): Promise<void> {
  const { bytes } = await cleanPhoto(await decodePhoto(demoPhoto(3), 'jpeg'));
  const stored = await vault.write('clean', bytes);
  await withTransaction(database, (trx) => insertFile(trx, clock, stored, 'image/jpeg'));
  const size = { width: 1920, height: 1280 };
  await database
    .updateTable('photos')
    .set({ cleanFileId: stored.id, ...size })
    .where('id', '=', photoId)
    .execute();
}

/** The photo's page, and drawing a face until it was compared. */
function drawingOn(moderator: Client, photoId: string) {
  const path = `/api/moderation/photos/${photoId}`;
  const read = async (): Promise<Shown> => (await moderator.get(path)).json as Shown;
  const draw = async (box: object): Promise<Shown> => {
    const { version } = await read();
    expect((await moderator.post(`${path}/faces`, { version, box })).status).toBe(200);
    const isWaiting = async (): Promise<boolean> =>
      (await read()).drawnFaces.some(({ comparison }) => comparison === 'waiting');
    await expect.poll(isWaiting, { timeout: 120_000 }).toBe(false);
    return await read();
  };
  return { path, draw };
}

/** She is enrolled, and matching is on. */
async function enrolHer(service: TestService, office: Client): Promise<string> {
  await (await service.signInAs('admin')).post('/api/dpia', signOff);
  const her = await addPupil(office, 'A1', 'Hermia', 'Underwood');
  await grantBiometric(office, her);
  const form = photoForm(await portraits.woman());
  expect((await office.send('POST', `/api/pupils/${her}/reference-photos`, { form })).status).toBe(201);
  return her;
}

it('does not take the face beside a drawn box, found before, for the one that was missed', async () => {
  const service = await startService();
  const [office, moderator] = [await service.signInAs('office'), await service.signInAs('moderator')];
  const her = await enrolHer(service, office);
  const box = { x: 1063, y: 186, width: 244, height: 340 };
  const match = { compared: [her], faces: [{ incomparable: null, candidates: [{ pupil: her, score: 0.01 }] }] };
  const { photoId } = await addFlagged(service, {
    isMatched: true,
    observed: { faces: [{ ...faceAt(100), box }], match },
  });
  await giveCleanCopy(service, photoId);
  const { draw } = drawingOn(moderator, photoId);
  const touching = await draw({ ...box, x: box.x + 150 });
  expect(touching.drawnFaces).toMatchObject([{ comparison: 'not-compared', candidates: [] }]);
  expect(touching.lineUpLeft, 'a person looks for everybody').toBe(2);
  const same = await draw({ ...box, x: box.x + 20 });
  expect(same.drawnFaces[1]).toMatchObject({ comparison: 'compared', candidates: [{ pupilId: her }] });
}, 120_000);

it(
  'compares a drawn face like one that was found, within the gate, and says why when it cannot',
  { timeout: 240_000 },
  async () => {
    const service = await startService();
    const office = await service.signInAs('office');
    const { photoId, pupilId } = await addFlagged(service, { isMatched: true });
    await giveCleanCopy(service, photoId);
    const moderator = await service.signInAs('moderator');
    const { path, draw } = drawingOn(moderator, photoId);
    const off = await draw(hers);
    expect(off.drawnFaces).toMatchObject([
      { comparison: 'not-compared', reason: expect.stringContaining('DPIA') as string },
    ]);
    expect(off.lineUpLeft).toBe(1);
    const { version } = off;
    await moderator.send('DELETE', `${path}/faces/${off.drawnFaces[0]!.id}`, { body: { version } });

    const her = await enrolHer(service, office);
    const found = await draw(hers);
    expect(found.drawnFaces).toMatchObject([{ comparison: 'compared', reason: null, candidates: [{ pupilId: her }] }]);
    expect(found.verdict).toBe('block');
    expect(found.findings.map(({ reason }) => reason).join(' ')).toContain('Face 3 is likely to be Hermia Underwood');
    // She was not compared with the other faces, and the other pupil, without permission, not with this one.
    expect(found.lineUpLeft).toBe(2);
    const answers = [pupilId, her].map((one) => ({ pupilId: one, answer: 'not-here' }));
    const answered = await moderator.post(`${path}/line-up`, { version: found.version, answers });
    expect(answered.json).toMatchObject({ lineUpLeft: 0, verdict: 'block' });

    const tiny = await draw({ x: 20, y: 20, width: 12, height: 12 });
    expect(tiny.drawnFaces[1]).toMatchObject({ comparison: 'not-compared', reason: 'it is too small', candidates: [] });
    const stored = await service.database.selectFrom('drawnFaces').select('seenJson').execute();
    expect(stored.map(({ seenJson }) => seenJson?.length ?? 0).every((length) => length < 2_000)).toBe(true);
    expect(JSON.stringify(stored)).not.toMatch(/vector|descriptor|feature|template/i);

    const erased = await office.post(`/api/pupils/${her}/erasure`, { schoolNumber: 'A1' });
    expect(erased.status, erased.text).toBeLessThan(300);
    await settle(service);
    const left = await service.database.selectFrom('drawnFaces').select('seenJson').execute();
    expect(JSON.stringify(left)).not.toContain(her);
  },
);
