import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { enrolPupil } from '../../../src/features/register/enrol-pupil.ts';
import { listReferencePhotos } from '../../../src/features/register/reference-photos.ts';
import { startService } from '../../support/service/start-service.ts';
import { signOff } from '../setup/application.ts';
import { emptyPicture, photoForm, portraits } from './photos.ts';
import { addPupil, grantBiometric } from './world.ts';
import { enrolledSchool, galleryOf } from './enrolled-world.ts';
import { codeOf } from '../../support/service/code-of.ts';

describe('enrolling over HTTP', () => {
  it(
    'opens a photo only with matching on and a complete permission, and takes one good face that is nobody else’s',
    { timeout: 300_000 },
    async () => {
      const service = await startService({ jobConcurrency: 0 });
      const [admin, office] = [await service.signInAs('admin'), await service.signInAs('office')];
      const pupilId = await addPupil(office, 'A1');
      const enrol = async (photo: Buffer, body?: object, id = pupilId) =>
        await office.send('POST', `/api/pupils/${id}/reference-photos`, { form: photoForm(photo, body) });
      const woman = await portraits.woman();
      expect(codeOf(await enrol(woman))).toBe('matching-off');
      await admin.post('/api/dpia', signOff);
      expect(codeOf(await enrol(woman))).toBe('permission-incomplete');
      await grantBiometric(office, pupilId);
      expect(codeOf(await enrol(await emptyPicture()))).toBe('reference-unusable');
      expect(codeOf(await enrol(Buffer.from('not a photo')))).toBe('not-an-image');
      const kept = async () => await service.database.selectFrom('files').selectAll().execute();
      expect(await kept()).toEqual([]);

      const enrolled = await enrol(woman);
      expect(enrolled.json).toMatchObject({ sizePx: expect.any(Number) as number });
      const { id } = enrolled.json as { id: string };
      expect(await kept()).toMatchObject([{ kind: 'enrolment' }]);
      const shown = await office.get(`/api/reference-photos/${id}`);
      expect(shown.headers.get('content-type')).toBe('image/jpeg');

      const twin = await addPupil(office, 'A2', 'Bea');
      await grantBiometric(office, twin);
      const same = await portraits.sameWoman();
      const refused = await enrol(same, undefined, twin);
      expect(codeOf(refused)).toBe('conflict');
      expect(refused.text).toContain(pupilId);
      expect((await enrol(same, { differsFrom: [pupilId] }, twin)).status).toBe(201);
      expect((await enrol(same)).status).toBe(409);

      expect((await office.send('DELETE', `/api/reference-photos/${id}`)).status).toBe(204);
      expect((await office.get(`/api/pupils/${pupilId}/reference-photos`)).json).toEqual({ photos: [], age: null });
      const left = await service.database.selectFrom('faceTemplates').select('pupilId').execute();
      expect(left).toEqual([{ pupilId: twin }]);
      const files = [];
      for await (const { kind } of service.vault.list()) files.push(kind);
      expect(files).toEqual(['enrolment']);
      expect(service.logLines.join('')).not.toContain('Ferrari');
    },
  );

  it('asks before it takes a photo that is not like the pupil’s own', { timeout: 300_000 }, async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [admin, office] = [await service.signInAs('admin'), await service.signInAs('office')];
    await admin.post('/api/dpia', signOff);
    const pupilId = await addPupil(office, 'A1');
    await grantBiometric(office, pupilId);
    const enrol = async (photo: Buffer, body?: object) =>
      await office.send('POST', `/api/pupils/${pupilId}/reference-photos`, { form: photoForm(photo, body) });
    const files = async () => await service.database.selectFrom('files').select('id').execute();
    expect((await enrol(await portraits.woman())).status).toBe(201);
    expect((await enrol(await portraits.sameWoman())).status).toBe(201);
    const before = await files();
    const stranger = await portraits.other();
    const refused = await enrol(stranger);
    expect([codeOf(refused), refused.text]).toEqual([
      'conflict',
      expect.stringContaining('is not like the reference photos'),
    ]);
    expect(await files()).toEqual(before);
    expect((await enrol(stranger, { isSamePupil: true })).status).toBe(201);
    const { detailJson } = await service.database
      .selectFrom('auditEvents')
      .select('detailJson')
      .where('action', '=', 'reference/added')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detailJson)).toMatchObject({ isSamePupil: true });
  });

  it('shows the portrait to moderators, cleaned and small, and replaces it', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [office, moderator] = [await service.signInAs('office'), await service.signInAs('moderator')];
    const pupilId = await addPupil(office, 'A1');
    const path = `/api/pupils/${pupilId}/portrait`;
    expect((await moderator.get(path)).status).toBe(404);
    const put = async (bytes: Buffer) => (await office.send('PUT', path, { form: photoForm(bytes) })).status;
    const withExif = await sharp(await portraits.woman()).withExif({ IFD0: { Artist: 'Ada Ferrari' } }).jpeg().toBuffer(); // prettier-ignore
    expect(withExif.includes('Ada Ferrari')).toBe(true);
    expect(await put(withExif)).toBe(201);
    expect(await put(withExif)).toBe(201);
    expect((await moderator.get(`/api/pupils/${pupilId}`)).json).toMatchObject({
      portraitId: expect.any(String) as string,
    });
    const { text, headers } = await moderator.get(path);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(text).not.toContain('Ada Ferrari');
    const files = [];
    for await (const { id } of service.vault.list()) files.push(await service.vault.read({ kind: 'portrait', id }));
    expect(files).toHaveLength(1);
    expect((await sharp(files[0]).metadata()).height).toBe(800);
    expect(await service.database.selectFrom('faceTemplates').selectAll().execute()).toEqual([]);
  });
});

describe('a reference photo that grows old', () => {
  it('is said to be old after half a year and not relied on after a year, until there is a new one', async () => {
    const school = await enrolledSchool();
    const { parts, pupilId, clock, database } = school;
    const look = async () => [
      (await listReferencePhotos(parts, pupilId)).age,
      (await galleryOf(school))?.get(pupilId)?.isAged,
    ];
    expect(await look()).toEqual(['current', false]);
    clock.advance(182 * 86_400_000);
    expect(await look()).toEqual(['ageing', false]);
    clock.advance(183 * 86_400_000);
    expect(await look()).toEqual(['aged', true]);
    const upload = { path: path.join(school.folder, 'upload'), originalName: 'x.jpg', bytes: 1 };
    const { signal } = new AbortController();
    const { id } = await enrolPupil(
      parts,
      { pupilId, actor: school.actor, differsFrom: [], isSamePupil: false },
      upload,
      signal,
    );
    expect(await look()).toEqual(['current', false]);
    // A new photo that the nets in use do not compare makes no old one younger.
    const others = database.updateTable('faceTemplates').set({ model: 'another@1' });
    await others.where('referencePhotoId', '=', id).execute();
    expect(await look()).toEqual(['aged', true]);
    await others.execute();
    expect(await look()).toEqual([null, undefined]);
  });
});
