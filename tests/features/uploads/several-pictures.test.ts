import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { landscape, withBadge } from '../../support/make-photos.ts';
import { readZip } from '../../support/read-zip.ts';
import type { Client } from '../../support/service/client.ts';
import { freshFolder } from '../../support/service/fresh-vault.ts';
import { severalPictures } from '../../support/several-pictures.ts';
import { startService } from '../../support/service/start-service.ts';
import { confirmList, releaseAll } from '../release/release-world.ts';
import { addPupil, send, startBatch, untilScreened } from './seed.ts';

/** How far two pictures of one size are apart, as the mean over all values. */
async function meanDifference(a: Buffer, b: Buffer): Promise<number> {
  const read = (file: Buffer) => sharp(file).resize(300, 200).removeAlpha().raw().toBuffer();
  const [one, two] = await Promise.all([read(a), read(b)]);
  return one.reduce((sum, value, at) => sum + Math.abs(value - two[at]!), 0) / one.length;
}

async function twoPictures(): Promise<readonly [Buffer, Buffer]> {
  const field = await landscape();
  const file = path.join(freshFolder(), 'field.jpg');
  writeFileSync(file, field);
  return [field, await withBadge(file, 'Wilhelmina Overstrand', { left: 300, top: 300 })];
}

async function approve(moderator: Client, photoId: string): Promise<void> {
  const { version } = (await moderator.get(`/api/moderation/photos/${photoId}`)).json as { version: number };
  const body = { decision: 'approve', reasonCode: 'all-permitted', note: '', version };
  expect((await moderator.post(`/api/moderation/photos/${photoId}/decision`, body)).status).toBe(200);
}

it('publishes of a file with several pictures only the first, which was judged, and says so', async () => {
  const service = await startService();
  const [staff, moderator] = [await service.signInAs('staff'), await service.signInAs('moderator')];
  await addPupil(service, { first: 'Wilhelmina', last: 'Overstrand' });
  const [first, second] = await twoPictures();
  const batchId = await startBatch(service, staff);
  const files = await severalPictures(first, second);
  await send(staff, batchId, { ...files, 'second.jpg': second });
  await staff.post(`/api/batches/${batchId}/submit`);
  await untilScreened(staff, batchId, service.origin);
  const { photos } = (await staff.get(`/api/batches/${batchId}`)).json as {
    photos: { id: string; fileName: string }[];
  };
  for (const { id, fileName } of photos) {
    const codes = ((await staff.get(`/api/photos/${id}`)).json as { findings: { code: string }[] }).findings.map(
      ({ code }) => code,
    );
    // The second picture alone would have waited for its name: so it was seen where it is the first, and only there.
    const isSecond = fileName === 'second.jpg';
    expect([fileName, codes.includes('file/animated'), codes.includes('photo/words')]).toEqual([
      fileName,
      !isSecond,
      isSecond,
    ]);
    if (!isSecond) await approve(moderator, id);
  }
  await confirmList(service);
  await releaseAll(service, batchId);
  const response = await fetch(`${service.origin}/api/batches/${batchId}/releases/website/photos.zip`, {
    headers: { cookie: [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  const released = [...(await readZip(Buffer.from(await response.arrayBuffer())))].filter(([name]) =>
    name.endsWith('.jpg'),
  );
  expect(released).toHaveLength(Object.keys(files).length);
  for (const [, bytes] of released) {
    expect(await meanDifference(bytes, first)).toBeLessThan(1);
    expect(await meanDifference(bytes, second)).toBeGreaterThan(2);
    // One JPEG from the first byte to the last: nothing stands behind its end.
    expect([bytes.indexOf('ffd9', 'hex'), bytes.lastIndexOf('ffd8ff', undefined, 'hex')]).toEqual([
      bytes.length - 2,
      0,
    ]);
  }
}, 120_000);
