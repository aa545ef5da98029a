import type { Raster } from '../../lib/raster.ts';
import type { AttireEvidence, Face, PersonAttire, SkinShares } from '../../policy/words/evidence.ts';
import { isCredibleFace } from '../../policy/words/is-credible-face.ts';
import type { DecodedPhoto, Detector } from '../detector.ts';
import { readAttireHeads, type AttireHeads, type Heads } from './attire-heads.ts';
import { cutPatch } from './cut-patch.ts';
import { barenessOf, personRow, type SquareSignals } from './dress-signals.ts';
import { findPeople, type Person } from './find-people.ts';
import { findPoses } from './find-poses.ts';
import { hasOneInk } from './has-one-ink.ts';
import { lighten } from './lighten.ts';
import { openPoseNet, type PoseNet } from './open-pose-net.ts';
import { openSceneEmbedder, sceneEdgePx, type SceneEmbedder, type SceneReading } from './open-scene-embedder.ts';
import { personPart } from './person-part.ts';
import { scaleFaces, scalePerson } from './scale-positions.ts';
import { skinShares, unknownSkin } from './skin-shares.ts';
import { takeColour } from './take-colour.ts';

export interface AttireDetectorOptions {
  /** Shared with the nudity detector, so that the nets look at a photo once. Opened when not given. */
  readonly embedder?: SceneEmbedder;
  /** Where the nets and the trained heads are; the shipped ones by default. */
  readonly folder?: string;
}

/**
 * People looked at one by one; the rest of a crowd is judged with the whole photo. Each costs about 22 ms, and with
 * three the rules flag more street clothes while finding no more swimmers (docs/accuracy-attire.md).
 */
const mostPeople = 2;

const toProbability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Largest first, because dress cannot be told on tiny people. */
function choosePeople(people: readonly Person[]): Person[] {
  return people.toSorted((a, b) => b.box.width * b.box.height - a.box.width * a.box.height).slice(0, mostPeople);
}

function signalsOf(heads: Heads, { features, classes }: SceneReading): SquareSignals {
  return { swimming: heads.swimming(features), dress: heads.dress(features), bareness: barenessOf(classes) };
}

/** A photo as the heads for it were taught to see it. */
interface View {
  readonly picture: Raster;
  readonly heads: Heads;
  readonly reading: SceneReading;
}

class DressReader {
  readonly #embedder: SceneEmbedder;
  readonly #poses: PoseNet;
  readonly #heads: AttireHeads;

  constructor(embedder: SceneEmbedder, poses: PoseNet, heads: AttireHeads) {
    this.#embedder = embedder;
    this.#poses = poses;
    this.#heads = heads;
  }

  async read(photo: DecodedPhoto, faces: readonly Face[], signal: AbortSignal): Promise<AttireEvidence> {
    signal.throwIfAborted();
    const view = await this.#look(photo);
    const { picture, heads, reading } = view;
    const scale = photo.full.width / picture.width;
    signal.throwIfAborted();
    const poses = await findPoses(this.#poses, picture, faces.filter(isCredibleFace).length);
    const found = findPeople(poses, scaleFaces(faces, 1 / scale), picture);
    signal.throwIfAborted();
    const people = choosePeople(found);
    const skins = people.map(({ joints, faceBox }) =>
      faceBox === null ? unknownSkin : skinShares(picture, joints, faceBox),
    );
    const answers = await this.#readPeople(view, people, skins);
    signal.throwIfAborted();
    return {
      swimwear: toProbability(Math.max(heads.swimming(reading.features), ...answers.map(({ swimwear }) => swimwear))),
      water: toProbability(heads.water(reading.features)),
      peopleFound: found.length,
      people: people.map((person, index): PersonAttire => {
        const { box, face, framing } = scalePerson(person, scale);
        const { swimwear, inWater } = answers[index]!;
        return {
          box,
          face,
          framing,
          skin: skins[index]!,
          inWater: toProbability(inWater),
          swimwear: toProbability(swimwear),
        };
      }),
    };
  }

  /** Colour says much about water and skin: where it is missing other heads judge, without a tint of sepia. */
  async #look(photo: DecodedPhoto): Promise<View> {
    const picture = lighten(await photo.scaled(sceneEdgePx));
    if (!hasOneInk(picture)) {
      return { picture, heads: this.#heads.colour, reading: await this.#embedder.readWhole(photo) };
    }
    const grey = takeColour(picture);
    const [reading] = await this.#embedder.read([await cutPatch(grey, { ...grey, x: 0, y: 0 })]);
    return { picture: grey, heads: this.#heads.grey, reading: reading! };
  }

  /** Log-odds for each person. */
  async #readPeople(
    { picture, heads, reading }: View,
    people: readonly Person[],
    skins: readonly SkinShares[],
  ): Promise<{ swimwear: number; inWater: number }[]> {
    const patches = await Promise.all(people.map(({ box }) => cutPatch(picture, personPart(box, picture))));
    const readings = await this.#embedder.read(patches);
    const whole = signalsOf(heads, reading);
    return readings.map((person, index) => ({
      swimwear: heads.person(personRow(signalsOf(heads, person), whole, skins[index]!)),
      inWater: heads.inWater(person.features),
    }));
  }
}

/**
 * Tells whether somebody in a photo wears swimwear or dress as brief, for the photo and for its largest people, how
 * much of each shows, and whether the scene is a pool, a beach or open water. Faces join bodies where both are found.
 * Throws `model-missing` or `model-altered`.
 */
export async function createAttireDetector(options: AttireDetectorOptions = {}): Promise<Detector<'attire', 'faces'>> {
  const embedder = options.embedder ?? (await openSceneEmbedder(options.folder));
  const poses = await openPoseNet(options.folder);
  const heads = await readAttireHeads(embedder.version, options.folder);
  const reader = new DressReader(embedder, poses, heads);
  return {
    id: 'attire',
    version: `${embedder.version}-${poses.version}-${heads.version}`,
    observes: 'attire',
    needs: ['faces'],
    observe: (photo, { faces }, signal) => reader.read(photo, faces, signal),
  };
}
