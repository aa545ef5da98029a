import { readFile } from 'node:fs/promises';
import { patchSidePx } from '../../src/detectors/attire/cut-patch.ts';
import { findPeople } from '../../src/detectors/attire/find-people.ts';
import { personPart } from '../../src/detectors/attire/person-part.ts';
import { openPoseNet, type Pose } from '../../src/detectors/attire/open-pose-net.ts';
import {
  openSceneEmbedder,
  type SceneEmbedder,
  type SceneReading,
} from '../../src/detectors/attire/open-scene-embedder.ts';
import { skinShares } from '../../src/detectors/attire/skin-shares.ts';
import { takeColour } from '../../src/detectors/attire/take-colour.ts';
import type { SkinShares } from '../../src/policy/words/evidence.ts';
import type { Raster } from '../../src/lib/raster.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { randomFrom, type Random } from '../text/random.ts';
import { cutPerson } from './cut-person.ts';
import { briefDress, openWaterSports, waterSports } from './dress-notes.ts';
import { makeViews } from './make-views.ts';
import { pastePerson } from './paste-person.ts';
import { squaresWithoutPeople } from './squares-without-people.ts';

/**
 * The whole photo, a person in it, a person put in front of a dry or a wet background without people, or a place without
 * anybody.
 */
export type SquareKind = 'whole' | 'person' | 'dry' | 'wet' | 'nobody';

/** One square that the heads are fitted on. */
export interface Square extends SceneReading {
  readonly photo: number;
  readonly kind: SquareKind;
  /** As it is in the photo, not altered. */
  readonly isOriginal: boolean;
  /** For people as they are. */
  readonly skin: SkinShares | null;
}

interface Scene {
  readonly labelled: LabelledPhoto;
  readonly picture: Raster;
  readonly poses: readonly Pose[];
}

interface Pending {
  readonly patch: Uint8Array;
  readonly about: Omit<Square, keyof SceneReading>;
}

const seed = 7;
const batch = 24;
const leastPersonPx = 50;
const leastJoints = 6;
const leastPose = 0.25;
const whole = { x: 0, y: 0, width: patchSidePx, height: patchSidePx };
const isShown = ({ labelled }: Scene): boolean => labelled.swimming || briefDress.has(labelled.image);

async function readScenes(photos: readonly LabelledPhoto[]): Promise<Scene[]> {
  const net = await openPoseNet();
  const scenes: Scene[] = [];
  for (const labelled of photos) {
    const { full } = await decodePhoto(await readFile(labelled.file), 'jpeg');
    scenes.push({ labelled, picture: full, poses: await net.find(full) });
  }
  return scenes;
}

/** Photos without people to put people in front of. */
function backgroundsOf(scenes: readonly Scene[]): Record<'dry' | 'wet', Raster[]> {
  const wet = scenes.filter(({ labelled }) => openWaterSports.has(labelled.activity));
  const dry = scenes.filter((scene) => {
    const isEmpty = (scene.poses[0]?.score ?? 0) < leastPose;
    return isEmpty && !waterSports.has(scene.labelled.activity) && !isShown(scene);
  });
  return { dry: dry.map(({ picture }) => picture), wet: wet.map(({ picture }) => picture) };
}

/** People large enough to see what they wear, largest first. */
function largePoses({ poses }: Scene): Pose[] {
  return poses
    .filter(({ box, score }) => score >= leastPose && Math.max(box.width, box.height) >= leastPersonPx)
    .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
}

async function composites(
  scene: Scene,
  pose: Pose,
  backgrounds: Record<'dry' | 'wet', Raster[]>,
  random: Random,
): Promise<{ kind: 'dry' | 'wet'; patch: Uint8Array }[]> {
  if (Object.keys(pose.joints).length < leastJoints) return [];
  const cutout = await cutPerson(scene.picture, pose, { dropWater: waterSports.has(scene.labelled.activity) });
  const isBrief = briefDress.has(scene.labelled.image);
  const wanted = isShown(scene)
    ? { dry: isBrief ? 6 : 3, wet: 1 }
    : random.chance(0.5)
      ? { dry: 1, wet: 0 }
      : { dry: 0, wet: 1 };
  const made: { kind: 'dry' | 'wet'; patch: Uint8Array }[] = [];
  for (const kind of ['dry', 'wet'] as const) {
    for (let copy = 0; copy < wanted[kind]; copy++) {
      const pasted = await pastePerson(cutout, random.pick(backgrounds[kind]), random);
      const [, altered] = await makeViews(pasted, whole, { extra: 1, leastShare: 0.85, random });
      made.push({ kind, patch: altered! });
    }
  }
  return made;
}

async function squaresOf(
  scene: Scene,
  photo: number,
  backgrounds: Record<'dry' | 'wet', Raster[]>,
  random: Random,
): Promise<Pending[]> {
  const { picture } = scene;
  const part = { x: 0, y: 0, width: picture.width, height: picture.height };
  const views = await makeViews(picture, part, { extra: 2, leastShare: 0.6, random });
  const pending = views.map((patch, view): Pending => ({
    patch,
    about: { photo, kind: 'whole', isOriginal: view === 0, skin: null },
  }));
  for (const pose of largePoses(scene).slice(0, isShown(scene) ? 3 : 2)) {
    const [person] = findPeople([pose], [], picture);
    const skin = person!.faceBox === null ? null : skinShares(picture, pose.joints, person!.faceBox);
    const extra = isShown(scene) ? 1 : 0;
    const people = await makeViews(picture, personPart(pose.box, picture), { extra, leastShare: 0.75, random });
    people.forEach((patch, view) =>
      pending.push({ patch, about: { photo, kind: 'person', isOriginal: view === 0, skin: view === 0 ? skin : null } }),
    );
    const pasted = await composites(scene, pose, backgrounds, random);
    pending.push(
      ...pasted.map(({ kind, patch }) => ({ patch, about: { photo, kind, isOriginal: false, skin: null } })),
    );
  }
  return pending;
}

/** Never of swimming, whose places teach what a pool looks like, nor of other photos that teach nothing else. */
async function emptySquares(scenes: readonly Scene[]): Promise<Pending[]> {
  const places = scenes.flatMap((scene, photo) =>
    isShown(scene) || scene.labelled.isLeftOut ? [] : [{ ...scene, photo }],
  );
  const squares = await squaresWithoutPeople(places, randomFrom(seed));
  return squares.map(({ photo, patch }) => ({
    patch,
    about: { photo, kind: 'nobody', isOriginal: false, skin: null },
  }));
}

/** As a black-and-white picture shows it; skin cannot be told there. */
function inGrey({ patch, about }: Pending): Pending {
  const { data } = takeColour({ width: patchSidePx, height: patchSidePx, data: patch });
  return { patch: data, about: { ...about, skin: null } };
}

async function readSquares(embedder: SceneEmbedder, pending: readonly Pending[]): Promise<Square[]> {
  const squares: Square[] = [];
  for (let at = 0; at < pending.length; at += batch) {
    const part = pending.slice(at, at + batch);
    const readings = await embedder.read(part.map(({ patch }) => patch));
    readings.forEach((reading, index) => squares.push({ ...reading, ...part[index]!.about }));
  }
  return squares;
}

/** What the heads are fitted on. */
export interface Gathered {
  /** Version of the scene nets. */
  readonly embedder: string;
  readonly colour: readonly Square[];
  /** The same squares in black and white. */
  readonly grey: readonly Square[];
}

/** Every square the heads are fitted on, read by the scene nets. Seeded: the same photos give the same squares. */
export async function gatherSquares(photos: readonly LabelledPhoto[]): Promise<Gathered> {
  const scenes = await readScenes(photos);
  const backgrounds = backgroundsOf(scenes);
  const embedder = await openSceneEmbedder();
  const random = randomFrom(seed);
  const [colour, grey]: [Square[], Square[]] = [[], []];
  const read = async (pending: readonly Pending[]): Promise<void> => {
    colour.push(...(await readSquares(embedder, pending)));
    grey.push(...(await readSquares(embedder, pending.map(inGrey))));
  };
  for (const [photo, scene] of scenes.entries()) {
    await read(await squaresOf(scene, photo, backgrounds, random));
    if (photo % 100 === 0) process.stderr.write(`${photo} of ${scenes.length} photos, ${colour.length} squares\n`);
  }
  await read(await emptySquares(scenes));
  return { embedder: embedder.version, colour, grey };
}
