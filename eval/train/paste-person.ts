import sharp from 'sharp';
import { patchSidePx } from '../../src/detectors/attire/cut-patch.ts';
import type { Raster } from '../../src/lib/raster.ts';
import type { Random } from '../text/random.ts';
import type { Cutout } from './cut-person.ts';

/** A square with a person in front of a part of another photo; the person fills most of it. */
export async function pastePerson(person: Cutout, background: Raster, random: Random): Promise<Raster> {
  const share = random.between(0.35, 0.9);
  const [w, h] = [
    Math.max(1, Math.round(background.width * share)),
    Math.max(1, Math.round(background.height * share)),
  ];
  const left = random.below(background.width - w + 1);
  const top = random.below(background.height - h + 1);
  const zoom = (patchSidePx * random.between(0.65, 1)) / Math.max(person.width, person.height);
  const [width, height] = [Math.max(1, Math.round(person.width * zoom)), Math.max(1, Math.round(person.height * zoom))];
  const front = await sharp(person.data, { raw: { width: person.width, height: person.height, channels: 4 } })
    .resize(width, height, { fit: 'fill' })
    .modulate({ brightness: random.between(0.85, 1.15) })
    .png()
    .toBuffer();
  const data = await sharp(background.data, {
    raw: { width: background.width, height: background.height, channels: 3 },
  })
    .extract({ left, top, width: w, height: h })
    .resize(patchSidePx, patchSidePx, { fit: 'fill' })
    .composite([
      { input: front, left: random.below(patchSidePx - width + 1), top: random.below(patchSidePx - height + 1) },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width: patchSidePx, height: patchSidePx, data };
}
