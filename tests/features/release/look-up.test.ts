import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayLikeness } from '../../../src/policy/say-likeness.ts';
import { cropHashes } from '../../../src/pipeline/intake/crop-hashes.ts';
import { hammingDistance } from '../../../src/pipeline/intake/hamming-distance.ts';
import { perceptualHash } from '../../../src/pipeline/intake/perceptual-hash.ts';
import type { Raster } from '../../../src/lib/raster.ts';
import { demoPhoto } from '../../support/images.ts';
import { startService } from '../../support/service/start-service.ts';
import { addPhoto, releaseAll, releasedWorld } from './release-world.ts';

const numbers = [1, 2, 3, 4, 5, 6] as const;

async function rasterOf(bytes: Buffer): Promise<Raster> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

async function hashesOf(bytes: Buffer): Promise<{ readonly whole: string; readonly inner: readonly string[] }> {
  const raster = await rasterOf(bytes);
  return { whole: await perceptualHash(raster), inner: await cropHashes(raster) };
}

async function cropped(bytes: Buffer, share: number): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata();
  const size = { width: Math.round(width * share), height: Math.round(height * share) };
  // Not a place that is hashed: a third of the way across, a fifth of the way down.
  const place = { left: Math.floor((width - size.width) / 3), top: Math.floor((height - size.height) / 5) };
  return await sharp(bytes)
    .extract({ ...place, ...size })
    .resize(700)
    .jpeg({ quality: 70 })
    .toBuffer();
}

describe('the likeness of pictures', () => {
  let released: Awaited<ReturnType<typeof hashesOf>>[] = [];

  beforeAll(async () => {
    released = [];
    for (const number of numbers)
      released.push(await hashesOf(await sharp(demoPhoto(number)).resize(512).jpeg().toBuffer()));
  }, 60_000);

  const compare = async (bytes: Buffer, index: number) => {
    const whole = await perceptualHash(await rasterOf(bytes));
    const { whole: theirs, inner } = released[index]!;
    const nearest = Math.min(...inner.map((hash) => hammingDistance(whole, hash)));
    return sayLikeness(hammingDistance(whole, theirs), nearest);
  };

  it.each(numbers)('knows photo %d resized, compressed and trimmed', async (number) => {
    const small = await sharp(demoPhoto(number)).resize(400).jpeg({ quality: 40 }).toBuffer();
    expect(await compare(small, number - 1)).toMatchObject({ likeness: 'same' });
    for (const share of [0.95, 0.9]) {
      expect(await compare(await cropped(demoPhoto(number), share), number - 1), String(share)).not.toBeNull();
    }
  });

  it('does not take different photos for one another', async () => {
    for (const number of numbers) {
      const small = await sharp(demoPhoto(number)).resize(400).jpeg().toBuffer();
      for (const other of numbers) {
        if (other !== number) expect(await compare(small, other - 1), `${number} ${other}`).toBeNull();
      }
    }
  });
});

describe('"is this one of ours?"', () => {
  it('has a huge picture read elsewhere, so that it takes no memory of the service', async () => {
    const service = await startService();
    const dsl = await service.signInAs('dsl');
    // A hundred million pixels are 300 MB, in a file of under a megabyte.
    const background = { r: 90, g: 120, b: 200 };
    const huge = await sharp({ create: { width: 9_900, height: 9_900, channels: 3, background } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(huge)]), 'huge.png');
    const before = process.memoryUsage().rss;
    let most = before;
    const looking = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 5);
    const reply = await dsl.send('POST', '/api/look-up', { form });
    clearInterval(looking);
    expect(reply.json).toEqual({ compared: 0, found: [] });
    expect((most - before) / 1e6).toBeLessThan(150);
  }, 60_000);

  it('finds the release and keeps nothing of the picture', async () => {
    const service = await startService();
    const { releaseId } = await releasedWorld(service, await service.signInAs('admin'));
    const before = await service.database.selectFrom('files').select('id').execute();
    const pasted = await sharp(demoPhoto(1)).resize(500).png().toBuffer();
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(pasted)]), 'pasted.png');
    const dsl = await service.signInAs('dsl');
    const reply = await dsl.send('POST', '/api/look-up', { form });
    expect(reply.json).toMatchObject({ compared: 1, found: [{ releaseId, likeness: 'same' }] });
    expect(await service.database.selectFrom('files').select('id').execute()).toEqual(before);
    const nothing = await dsl.send('POST', '/api/look-up', { form: new FormData() });
    expect(nothing.status).toBe(400);
  });

  it.each<[string, (picture: Sharp) => Sharp]>([
    ['mirrored', (picture) => picture.flop()],
    ['on its side', (picture) => picture.rotate(90)],
    ['upside down and mirrored', (picture) => picture.rotate(180).flop()],
    [
      'between white borders',
      (picture) => picture.extend({ top: 220, bottom: 340, left: 20, right: 20, background: '#fff' }),
    ],
    [
      'between black borders, mirrored',
      (picture) => picture.flop().extend({ top: 300, bottom: 300, background: '#000' }),
    ],
  ])('finds the release when the copy is %s, and no other', async (_name, change) => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const { releaseId, batchId } = await releasedWorld(service, admin);
    for (const demo of [2, 3] as const) await addPhoto(service, batchId, { demo });
    await releaseAll(service, batchId);
    const small = await sharp(demoPhoto(1)).resize(500).png().toBuffer();
    const changed = await change(sharp(small)).jpeg({ quality: 70 }).toBuffer();
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(changed)]), 'found.jpg');
    const reply = await (await service.signInAs('dsl')).send('POST', '/api/look-up', { form });
    expect(reply.json).toMatchObject({ compared: 3, found: [{ releaseId, likeness: 'very-like' }] });
    expect((reply.json as { found: object[] }).found).toHaveLength(1);
  });
});
