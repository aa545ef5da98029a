import sharp from 'sharp';
import type { DecodedPhoto } from '../../src/detectors/detector.ts';
import { boxAround, intersectionArea, type Box, type Point, type Quad } from '../../src/lib/geometry.ts';
import type { Raster } from '../../src/lib/raster.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import type { Pupil } from '../../src/policy/words/people.ts';
import { drawLabel, labelKinds, type Label, type LabelKind } from './draw-label.ts';
import { placeLabel, type PlacedLine, type Pose } from './place-label.ts';
import { randomFrom, type Random } from './random.ts';

/** A label in a picture: whose name it shows and where. */
export interface PlacedLabel {
  readonly pupil: Pupil;
  readonly kind: LabelKind;
  readonly handwritten: boolean;
  /** Height of the name's small letters in pixels of the picture. */
  readonly xHeightPx: number;
  readonly tiltDegrees: number;
  readonly curve: number;
  readonly outline: Quad;
  readonly lines: readonly PlacedLine[];
}

export interface Picture {
  readonly photo: DecodedPhoto;
  readonly jpeg: Buffer;
  readonly labels: readonly PlacedLabel[];
}

const wallKinds: ReadonlySet<LabelKind> = new Set(['certificate', 'board', 'peg', 'plate']);
const easyBlurPx = 0.3;

function tilt(kind: LabelKind, random: Random): number {
  if (kind === 'easy card') return random.between(-6, 6);
  const most = random.chance(0.6) ? 15 : 45;
  const turned = (kind === 'lanyard' && random.chance(0.15)) || random.chance(0.03) ? 180 : 0;
  return random.between(-most, most) + turned;
}

function poseOf(kind: LabelKind, xHeightPx: number, label: Label, centre: Point, random: Random): Pose {
  const easy = kind === 'easy card';
  const curved = kind === 'round badge' || kind === 'shirt' || kind === 'bib' || kind === 'sticker';
  return {
    centre,
    scale: xHeightPx / label.xHeight,
    tiltRadians: (tilt(kind, random) * Math.PI) / 180,
    turnAside: easy ? 0 : random.between(-0.25, 0.25),
    lean: easy ? 0 : random.between(-0.15, 0.15),
    curve: curved && random.chance(0.6) ? random.between(-0.1, 0.1) : 0,
    blurPx: easy ? random.between(0, easyBlurPx) : random.between(0, 0.08) * xHeightPx,
    glare: !easy && random.chance(0.25) ? random.between(0.2, 0.7) : 0,
    light: easy ? 1 : random.between(0.55, 1),
  };
}

/** A place on the chest of a face that the label fits on, else anywhere. */
function spotFor(photo: Raster, label: Label, scale: number, boxes: readonly Box[], random: Random): Point {
  const [width, height] = [label.width * scale, label.height * scale];
  const large = boxes.filter((box) => box.width * 2.6 > width && box.y + box.height * 1.4 + height / 2 < photo.height);
  if (!wallKinds.has(label.kind) && large.length > 0) {
    const box = random.pick(large);
    const reach = Math.max(0, box.width * 1.3 - width / 2);
    return {
      x: box.x + box.width / 2 + random.between(-reach, reach),
      y: box.y + box.height * random.between(1.25, 2.2) + height / 2,
    };
  }
  return {
    x: random.between(width * 0.6, photo.width - width * 0.6),
    y: random.between(height, photo.height - height),
  };
}

/** Mean and spread of the brightness of what lies under a label. */
function brightnessUnder(photo: Raster, area: Box): { readonly mean: number; readonly spread: number } {
  const values: number[] = [];
  for (let v = 0.1; v < 1; v += 0.2) {
    for (let u = 0.1; u < 1; u += 0.1) {
      const x = Math.min(photo.width - 1, Math.max(0, Math.round(area.x + u * area.width)));
      const y = Math.min(photo.height - 1, Math.max(0, Math.round(area.y + v * area.height)));
      values.push(photo.data[(y * photo.width + x) * 3 + 1]!);
    }
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) };
}

/** Letters straight on cloth need cloth: something even, neither black and white at once. */
const mostSpreadOfCloth = 35;

/** Whether the label, with all its lines, lies in the picture and on no other label. */
function fits(photo: Raster, area: Box, taken: readonly Box[]): boolean {
  const inside =
    area.x > 2 && area.y > 2 && area.x + area.width < photo.width - 2 && area.y + area.height < photo.height - 2;
  return inside && taken.every((other) => intersectionArea(area, other) === 0);
}

function areaOf(label: Label, { centre, scale, tiltRadians }: Pose): Box {
  const [cos, sin] = [Math.abs(Math.cos(tiltRadians)), Math.abs(Math.sin(tiltRadians))];
  const grown = scale * 1.25;
  const width = (label.width * cos + label.height * sin) * grown;
  const height = (label.width * sin + label.height * cos) * grown;
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

export interface PictureOptions {
  readonly pupils: readonly Pupil[];
  readonly boxes: readonly Box[];
  /** Range of the names' x-height, in pixels. */
  readonly xHeightPx: readonly [number, number];
  readonly labels: number;
  readonly random: Random;
  readonly kinds?: readonly LabelKind[];
}

/** Puts labels onto a copy of a photo, and passes it through JPEG as a camera would. */
export async function makePicture(photo: DecodedPhoto, options: PictureOptions): Promise<Picture> {
  const { random, boxes } = options;
  const full = { ...photo.full, data: new Uint8Array(photo.full.data) };
  const labels: PlacedLabel[] = [];
  const taken: Box[] = [];
  for (let attempt = 0; attempt < options.labels * 6 && labels.length < options.labels; attempt += 1) {
    const kind = random.pick(options.kinds ?? labelKinds);
    const handwritten = (kind === 'sticker' && random.chance(0.6)) || (kind === 'board' && random.chance(0.3));
    const pupil = random.pick(options.pupils);
    const xHeightPx = random.between(...options.xHeightPx);
    const seed = random.below(2 ** 31);
    const draw = (clothIsDark: boolean): Label =>
      drawLabel(kind, pupil, randomFrom(seed), { handwritten, clothIsDark });
    const size = draw(true);
    const centre = spotFor(full, size, xHeightPx / size.xHeight, boxes, random);
    const pose = poseOf(kind, xHeightPx, size, centre, random);
    const area = areaOf(size, pose);
    const under = brightnessUnder(full, area);
    if (!fits(full, area, taken) || (kind === 'shirt' && under.spread > mostSpreadOfCloth)) continue;
    const label = draw(under.mean < 110);
    const { outline, lines } = await placeLabel(full, label, pose);
    taken.push(
      boxAround([
        ...lines.flatMap((line) => line.quad),
        { x: area.x, y: area.y },
        { x: area.x + area.width, y: area.y + area.height },
      ]),
    );
    const tiltDegrees = (pose.tiltRadians * 180) / Math.PI;
    labels.push({ pupil, kind, handwritten, xHeightPx, tiltDegrees, curve: pose.curve, outline, lines });
  }
  const jpeg = await sharp(full.data, { raw: { width: full.width, height: full.height, channels: 3 } })
    .jpeg({ quality: 80 + random.below(16) })
    .toBuffer();
  return { photo: await decodePhoto(jpeg, 'jpeg'), jpeg, labels };
}
