import { buffer } from 'node:stream/consumers';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { startService } from '../../support/service/start-service.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { openChannel } from '../setup/application.ts';
import { addBatch, addPhoto } from '../release/release-world.ts';
import { emptyPicture, photoForm, portraits } from './photos.ts';
import { addPupil } from './world.ts';
import { codeOf } from '../../support/service/code-of.ts';

async function zipOf(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  return await buffer(zip.outputStream);
}

/** The same archive with every occurrence of a name replaced by another of the same length. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

async function world() {
  const service = await startService({ jobConcurrency: 0 });
  const office = await service.signInAs('office');
  const pupilId = await addPupil(office, 'A1');
  const send = async (zip: Buffer) =>
    await office.send('POST', '/api/imports/portraits', { form: photoForm(zip, undefined, 'file') });
  const stored = async () => {
    const kinds = [];
    for await (const { kind } of service.vault.list()) kinds.push(kind);
    return kinds;
  };
  return { service, office, pupilId, send, stored };
}

describe('portraits by ZIP', () => {
  it('belong to the pupil whose number names them; the rest is told file by file', async () => {
    const { office, pupilId, send, stored, service } = await world();
    const picture = await portraits.other();
    const zip = await zipOf({
      'Year 4/a1.JPG': picture,
      'A1.png': picture,
      'A99.jpg': await emptyPicture(),
      [`${await addPupil(office, 'A2')}.jpg`]: Buffer.from('no photo at all'),
      '__MACOSX/._A1.jpg': picture,
    });
    const reply = await send(zip);
    expect(reply.json).toMatchObject({ state: 'applied', counts: { change: 1, problem: 3 } });
    const { id } = reply.json as { id: string };
    const { items } = (await office.get(`/api/imports/${id}/lines?change=problem`)).json as { items: { problems: string[] }[] };
    expect(items.map(({ problems }) => problems[0]!.slice(0, 30))).toEqual([
      'A1.png: there is another photo',
      'A99.jpg: no pupil has this num',
      expect.stringMatching(/^0\w{25}\.jpg/),
    ]);
    const changed = (await office.get(`/api/imports/${id}/lines?change=change`)).json;
    expect(changed).toMatchObject({ items: [{ pupilId, pupil: { schoolNumber: 'A1' } }] });
    expect((await office.get(`/api/pupils/${pupilId}`)).json).toMatchObject({ portraitId: expect.any(String) as string });
    await send(zip);
    expect(await stored()).toEqual(['portrait']);
    expect(readdirSync(service.vault.temporaryFolder)).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['no archive', async () => await Promise.resolve(Buffer.from('PK not really'))],
    ['a path that leads out', async () => renamed(await zipOf({ 'ab/A1.jpg': await emptyPicture() }), 'ab/A1.jpg', '../A1.jpg')],
    ['an absolute path', async () => renamed(await zipOf({ 'ab/A1.jpg': await emptyPicture() }), 'ab/A1.jpg', '/b/A1.jpg')],
    ['a file that unpacks to too much', async () => await zipOf({ 'A1.jpg': Buffer.alloc(25_000_001) })],
    ['an archive cut short', async () => (await zipOf({ 'A1.jpg': await emptyPicture() })).subarray(0, -30)],
  ])('are refused: %s', async (_name, make) => {
    const { send, stored, service } = await world();
    const reply = await send(await make());
    expect([reply.status, codeOf(reply)]).toEqual([422, 'zip-unsafe']);
    expect(await stored()).toEqual([]);
    expect(readdirSync(service.vault.temporaryFolder)).toEqual([]);
    expect(await service.database.selectFrom('imports').selectAll().execute()).toEqual([]);
  }); // prettier-ignore

  it('are removed when their import is undone, and who was “not here” beside them is asked about again', async () => {
    const { office, pupilId, send, stored, service } = await world();
    const bea = await addPupil(office, 'A2');
    await openChannel(service, await service.signInAs('admin'), 'website');
    const picture = await portraits.other();
    const { id } = (await send(await zipOf({ 'A1.jpg': picture, 'A2.jpg': picture }))).json as { id: string };
    const photoId = await addPhoto(service, await addBatch(service));
    const answered = async (pupil: string, answer: 'here' | 'not-here') => {
      const row = { photoId, pupilId: pupil, answer, answeredBy: service.accountIds.moderator, replacedAt: null };
      const at = service.clock.now().toISOString();
      await service.database.insertInto('lineUpAnswers').values({ ...row, id: newId(), answeredAt: at }).execute();
    };
    service.clock.advance(60_000);
    await answered(pupilId, 'not-here');
    await answered(bea, 'here');
    service.clock.advance(60_000);
    await office.send('PUT', `/api/pupils/${bea}/portrait`, { form: photoForm(picture) });
    const undo = await office.get(`/api/imports/${id}/undo`);
    expect(undo.json).toMatchObject({
      counts: { back: 1, kept: 1 },
      exceptions: [{ pupilId: bea, outcome: 'kept', kept: ['portrait'] }],
    });
    const kept = async () => (await stored()).filter((kind) => kind === 'portrait').length;
    expect(await kept()).toBe(2);
    const { basis } = undo.json as { basis: string };
    expect((await office.post(`/api/imports/${id}/undo`, { basis })).status).toBe(200);
    expect((await office.get(`/api/pupils/${pupilId}`)).json).toMatchObject({ portraitId: null });
    expect((await office.get(`/api/pupils/${bea}`)).json).toMatchObject({ portraitId: expect.any(String) as string });
    expect(await kept()).toBe(1);
    const open = await service.database.selectFrom('lineUpAnswers').select('pupilId').where('replacedAt', 'is', null).execute();
    expect(open).toEqual([{ pupilId: bea }]);
  }); // prettier-ignore

  it('are refused when there are too many', async () => {
    const { send } = await world();
    const files = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`N${index}.jpg`, Buffer.from('x')]));
    expect(codeOf(await send(await zipOf(files)))).toBe('too-many-files');
  });
});
