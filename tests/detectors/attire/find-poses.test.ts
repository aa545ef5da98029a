import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPoses } from '../../../src/detectors/attire/find-poses.ts';
import { openPoseNet, type PoseNet } from '../../../src/detectors/attire/open-pose-net.ts';
import { intersectionOverUnion } from '../../../src/lib/geometry.ts';
import type { Raster } from '../../../src/lib/raster.ts';
import { readDemoPhoto } from '../../models/read-demo-photo.ts';

let net: PoseNet;

beforeAll(async () => {
  net = await openPoseNet();
});

/** Two demo photos of several people, four times over: a crowd. */
async function crowd(): Promise<Raster> {
  const side = 480;
  const tile = async (number: number): Promise<Buffer> => {
    const { width, height, data } = await readDemoPhoto(number);
    return sharp(data, { raw: { width, height, channels: 3 } })
      .resize(side, side)
      .png()
      .toBuffer();
  };
  const [one, two] = await Promise.all([tile(1), tile(2)]);
  const data = await sharp({ create: { width: 2 * side, height: 2 * side, channels: 3, background: '#888888' } })
    .composite([
      { input: one, left: 0, top: 0 },
      { input: two, left: side, top: 0 },
      { input: two, left: 0, top: side },
      { input: one, left: side, top: side },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width: 2 * side, height: 2 * side, data };
}

describe('findPoses', () => {
  it('finds more than six people in a crowd, none of them twice', async () => {
    const found = await findPoses(net, await crowd(), 12);
    expect(found.length).toBeGreaterThan(6);
    for (const [index, { box }] of found.entries()) {
      for (const other of found.slice(index + 1))
        expect(intersectionOverUnion(box, other.box)).toBeLessThanOrEqual(0.4);
    }
  });

  it('looks once where few people are', async () => {
    const photo = await readDemoPhoto(1);
    const looked: unknown[] = [];
    const counting: PoseNet = { ...net, find: (...asked) => (looked.push(asked), net.find(...asked)) };
    expect(await findPoses(counting, photo, 3)).toEqual(await net.find(photo));
    expect(looked).toHaveLength(1);
  });

  it('puts the people of a part where they are in the picture', async () => {
    const { width, height, data } = await readDemoPhoto(1);
    const wide = await sharp(data, { raw: { width, height, channels: 3 } })
      .extend({ left: width, right: 0, background: '#808080' })
      .raw()
      .toBuffer();
    const [alone] = await net.find({ width, height, data });
    const part = { x: width, y: 0, width, height };
    const [moved] = await net.find({ width: 2 * width, height, data: wide }, part);
    expect(moved!.box.x).toBeCloseTo(alone!.box.x + width, 0);
    expect(moved!.joints.nose!.y).toBeCloseTo(alone!.joints.nose!.y, 0);
  });
});
