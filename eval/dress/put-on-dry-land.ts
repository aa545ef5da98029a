import { readFile } from 'node:fs/promises';
import { openPoseNet, type Pose } from '../../src/detectors/attire/open-pose-net.ts';
import type { Raster } from '../../src/lib/raster.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { randomFrom, type Random } from '../text/random.ts';
import { cropFraming, recolourSkin, skinTones } from '../train/alter-cutout.ts';
import { cutPerson } from '../train/cut-person.ts';
import { briefDressEven, unclearDressEven, waterSports } from '../train/dress-notes.ts';
import { drawBackgrounds } from '../train/draw-background.ts';
import { pastePerson } from '../train/paste-person.ts';

/** How much of the cut-out shows. */
const framings = { 'full length': 1, 'waist up': 0.6, 'shoulders up': 0.4 } as const;

/** A person taken out of a photo and put on a drawn place without water. */
export interface DryPicture {
  readonly picture: Raster;
  /** 'swimming', 'boxing', …; 'clothed' for people of all other sports. */
  readonly garment: string;
  readonly framing: keyof typeof framings;
  /** 1 to 6 after Fitzpatrick, when the skin was recoloured; 0 as it was. */
  readonly tone: number;
}

/** Other than the seed of training: places drawn for training never come back here. */
const seed = 4242;
const leastPersonPx = 50;
const leastJoints = 6;
const leastPose = 0.25;
const copies = { swimwear: 2, brief: 7, clothed: 1 } as const;

function garmentOf({ image, swimming, activity }: LabelledPhoto): string {
  return swimming || briefDressEven.has(image) ? activity : 'clothed';
}

function largestPose(poses: readonly Pose[]): Pose | null {
  const fit = poses.filter(
    ({ box, score, joints }) =>
      score >= leastPose &&
      Math.max(box.width, box.height) >= leastPersonPx &&
      Object.keys(joints).length >= leastJoints,
  );
  return fit.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)[0] ?? null;
}

/** Where dress is known, and no water sport's clothes are taken for street clothes. */
function isUsable(photo: LabelledPhoto): boolean {
  if (photo.isLeftOut || unclearDressEven.has(photo.image)) return false;
  return garmentOf(photo) !== 'clothed' || !waterSports.has(photo.activity);
}

async function copiesOf(
  photo: LabelledPhoto,
  at: number,
  places: readonly Raster[],
  random: Random,
  pose: Pose,
  picture: Raster,
): Promise<DryPicture[]> {
  const garment = garmentOf(photo);
  const wanted = photo.swimming ? copies.swimwear : garment === 'clothed' ? copies.clothed : copies.brief;
  const cutout = await cutPerson(picture, pose, { dropWater: waterSports.has(photo.activity) });
  const made: DryPicture[] = [];
  for (let copy = 0; copy < wanted; copy++) {
    const tone = (at + copy * 3) % (skinTones.length + 1);
    const framing = (Object.keys(framings) as (keyof typeof framings)[])[(at + copy) % 3]!;
    const toned = tone === 0 ? cutout : recolourSkin(cutout, skinTones[tone - 1]!, random.between(0.8, 1.05));
    const pasted = await pastePerson(cropFraming(toned, framings[framing]), random.pick(places), random);
    made.push({ picture: pasted, garment, framing, tone });
  }
  return made;
}

/**
 * Swimmers, people in dress as brief, and clothed people, each cut out the same way and put on sand, tiles, grass and in
 * halls drawn by code. Seeded: the same photos give the same pictures.
 */
export async function putOnDryLand(
  photos: readonly LabelledPhoto[],
  progress: (done: number, total: number) => void,
): Promise<DryPicture[]> {
  const net = await openPoseNet();
  const random = randomFrom(seed);
  const places = await drawBackgrounds(8, random);
  const usable = photos.filter(isUsable);
  const made: DryPicture[] = [];
  for (const [at, photo] of usable.entries()) {
    const { full } = await decodePhoto(await readFile(photo.file), 'jpeg');
    const pose = largestPose(await net.find(full));
    if (pose !== null) made.push(...(await copiesOf(photo, at, places, random, pose, full)));
    progress(at + 1, usable.length);
  }
  return made;
}
