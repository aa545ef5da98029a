import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { photoForm } from './photos.ts';
import { addParent, addPupil, biometricEvent, permitted } from './world.ts';

const pdf = Buffer.from('%PDF-1.7\nSigned by Jo Ferrari, 14 Mill Lane');

async function world() {
  const service = await startService({ jobConcurrency: 0 });
  await openChannel(service, await service.signInAs('admin'));
  const office = await service.signInAs('office');
  const pupilId = await addPupil(office, 'A1');
  const send = (bytes: Buffer, of = pupilId) =>
    office.send('POST', `/api/pupils/${of}/documents`, { form: photoForm(bytes, undefined, 'file') });
  const documents = async () =>
    ((await office.get(`/api/pupils/${pupilId}/documents`)).json as { documents: Record<string, unknown>[] }).documents;
  return { service, office, pupilId, send, documents };
}

/** Files of the data folder that hold the text as it is. */
function plainFiles(temporaryFolder: string): string[] {
  return readdirSync(path.dirname(temporaryFolder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => existsSync(file) && readFileSync(file).includes('Mill Lane'));
}

const idOf = (reply: { json: unknown }): string => (reply.json as { id: string }).id;

describe('scanned forms and letters', () => {
  it('are kept sealed, carried by answers, and downloaded as they came', async () => {
    const { service, office, pupilId, send, documents } = await world();
    const documentId = idOf(await send(pdf));
    // The upload itself is removed when its answer has left.
    await expect.poll(() => plainFiles(service.vault.temporaryFolder)).toEqual([]);
    const guardianId = await addParent(office, pupilId);
    const body = { ...permitted('website', guardianId), documentId };
    expect((await office.post(`/api/pupils/${pupilId}/consents`, body)).status).toBe(201);
    const told = { ...biometricEvent('parent-notified', guardianId), documentId };
    expect((await office.post(`/api/pupils/${pupilId}/biometric`, told)).status).toBe(201);
    const objection = { channelId: null, objectedOn: '2026-03-01', documentId };
    expect((await office.post(`/api/pupils/${pupilId}/objections`, objection)).status).toBe(201);
    const consents = (await office.get(`/api/pupils/${pupilId}/consents`)).json;
    expect(consents).toMatchObject({ history: [{ documentId }], objections: [{ documentId }] });
    expect((await office.get(`/api/pupils/${pupilId}/biometric`)).json).toMatchObject({ events: [{ documentId }] });
    const read = await office.get(`/api/documents/${documentId}`);
    expect([read.status, read.text]).toEqual([200, pdf.toString()]);
    expect(read.headers.get('content-type')).toBe('application/pdf');
    expect(read.headers.get('content-disposition')).toContain('attachment');
    const said = await service.database
      .selectFrom('auditEvents')
      .select(['actor', 'subjectId', 'detailJson'])
      .where('action', '=', 'document/read')
      .execute();
    expect(said).toEqual([
      { actor: service.accountIds.office, subjectId: pupilId, detailJson: JSON.stringify({ documentId }) },
    ]);
    expect(await documents()).toMatchObject([{ id: documentId, fileName: 'photo.jpg', isReliedOn: true }]);
    expect((await office.send('DELETE', `/api/documents/${documentId}`)).status).toBe(409);
  });

  it('are refused when they are something else, and removed while nothing rests on them', async () => {
    const { service, office, pupilId, send, documents } = await world();
    expect((await send(Buffer.from('<html>hello'))).status).toBe(415);
    expect((await send(Buffer.alloc(0))).status).toBe(422);
    const other = await addPupil(office, 'A2');
    const ofOther = idOf(await send(pdf, other));
    const body = { ...permitted('website'), documentId: ofOther };
    const refused = await office.post(`/api/pupils/${pupilId}/consents`, body);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('is not a document of this pupil')]);
    const documentId = idOf(await send(pdf));
    expect((await office.send('DELETE', `/api/documents/${documentId}`)).status).toBe(204);
    expect(await documents()).toEqual([]);
    const row = await service.database.selectFrom('files').select('erasedAt').where('kind', '=', 'document').execute();
    expect(row.filter(({ erasedAt }) => erasedAt !== null)).toHaveLength(1);
  });

  it('go with their pupil', async () => {
    const { service, office, pupilId, send } = await world();
    await send(pdf);
    const [file] = await service.database.selectFrom('files').select('id').where('kind', '=', 'document').execute();
    expect(await service.vault.has({ kind: 'document', id: file!.id })).toBe(true);
    const erased = await office.post(`/api/pupils/${pupilId}/erasure`, { schoolNumber: 'A1' });
    expect(erased.status).toBe(202);
    expect(await service.database.selectFrom('pupilDocuments').select('id').execute()).toEqual([]);
  });
});
