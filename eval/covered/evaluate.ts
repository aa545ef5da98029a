import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { createFaceDetector } from '../../src/detectors/faces/create-face-detector.ts';
import { calibrateLikeness } from '../../src/detectors/match/calibrate-likeness.ts';
import { openFaceEmbedder, type FaceEmbedder } from '../../src/detectors/match/open-face-embedder.ts';
import { isTooHidden, whyIncomparable } from '../../src/detectors/match/why-incomparable.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { measuredMatching } from '../../src/policy/words/measured-matching.ts';
import { findSet } from '../find-set.ts';
import type { Evaluate } from '../report.ts';
import { embedPhotos, type EmbeddedFace } from '../verification/embed-photos.ts';
import { readPortraits, type Portrait } from '../verification/read-labelled-people.ts';
import { registersAround } from '../verification/registers-around.ts';
import { mostYearsApart, schoolAges } from '../verification/school-children.ts';
import { coverings, drawCovering } from './draw-covering.ts';

/** Every so many portraits are drawn over. */
const everyPortrait = 3;
const {
  words: { possible },
  scales,
} = measuredMatching;

type Embedded = ReadonlyMap<string, EmbeddedFace>;
interface Probe extends EmbeddedFace {
  readonly portrait: Portrait;
}
/** A probe beside one pupil: what the matcher makes of it, and by the likeness alone. */
interface Outcome {
  readonly same: boolean;
  readonly isPossible: boolean;
  readonly isAsked: boolean;
  readonly wasPossible: boolean;
  readonly wasAsked: boolean;
}

/**
 * Children whose faces are partly hidden, drawn along the faces' own points: whether the matcher still says `possible` of
 * the right pupil, or that it cannot tell. Each is compared with photos of at most three years before or after in a
 * register of the other subjects. Options: `--limit N` portraits; `--keep FOLDER`, as in verification.
 */
export const evaluate: Evaluate = async ({ dataFolder, extra: { keep, limit }, progress }) => {
  const folder = findSet(dataFolder, 'faces-children', 'ground-truth.json');
  if (folder === undefined) throw new Error(`No ground-truth.json in ${dataFolder}`);
  const portraits = (await readPortraits(folder)).filter(({ age }) => age >= schoolAges.from && age <= schoolAges.to);
  const images = portraits.map(({ image }) => image);
  const embedder = await openFaceEmbedder();
  const embedded = await embedPhotos({ folder, images, pick: 'largest', keep, embedder }, () => undefined);
  const chosen = portraits
    .filter((_, at) => at % everyPortrait === 0)
    .slice(0, limit === undefined ? undefined : Number(limit));
  const seeCovered = await openCoveredPortraits(folder, embedded, embedder);
  const compare = openComparisons(portraits, embedded);
  const rows = [];
  for (const [at, name] of (['nothing', ...Object.keys(coverings)] as const).entries()) {
    const probes = [];
    for (const portrait of chosen) probes.push(await seeCovered(portrait, name as keyof typeof coverings | 'nothing'));
    rows.push(summarise(name, probes, compare));
    progress(at + 1, Object.keys(coverings).length + 1);
  }
  return {
    tables: [
      {
        title: `${chosen.length} portraits of children of 4 to 17, something drawn over the face`,
        columns: ['over the face', 'no face', 'vector', 'passes by likeness alone', 'passes', 'too hidden', 'strangers possible by likeness alone', 'strangers possible'], // prettier-ignore
        rows: rows.map(({ name, missed, ...figures }) => [name, String(missed), ...Object.values(figures).map((value) => value.toFixed(3))]), // prettier-ignore
      },
    ],
    figures: { rows },
  };
};

async function openCoveredPortraits(folder: string, embedded: Embedded, embedder: FaceEmbedder) {
  const detector = await createFaceDetector();
  return async (portrait: Portrait, name: keyof typeof coverings | 'nothing'): Promise<Probe | null> => {
    const own = embedded.get(portrait.image);
    if (own === undefined) return null;
    if (name === 'nothing') return { ...own, portrait };
    const image = sharp(await readFile(path.join(folder, portrait.image))).toColourspace('srgb');
    const svg = drawCovering(coverings[name], own.face.landmarks, await image.metadata());
    const photo = await decodePhoto(
      await image
        .composite([{ input: Buffer.from(svg) }])
        .png()
        .toBuffer(),
      'png',
    );
    const found = await detector.observe(photo, {}, new AbortController().signal);
    const [face] = [...found].sort((a, b) => b.score * b.sizePx - a.score * a.sizePx);
    return face === undefined ? null : { face, vectors: await embedder.embed(photo, face.landmarks), portrait };
  };
}

/** Compares a probe with every reference photo near its age, each in a register without whoever the probe shows. */
function openComparisons(portraits: readonly Portrait[], embedded: Embedded): (probe: Probe) => Outcome[] {
  const references = portraits
    .filter(({ image }) => embedded.has(image))
    .map((reference) => ({ reference, registerFor: registersAround(reference, portraits, embedded) }));
  return ({ face, vectors, portrait: { image, subject, age } }) =>
    references
      .filter(({ reference }) => reference.image !== image && Math.abs(reference.age - age) <= mostYearsApart)
      .map(({ reference, registerFor }) => {
        const register = registerFor(subject);
        const likeness = { likeness: register.compare(vectors)[0]!, ageYears: age };
        const scoreAt = (strength: number): number =>
          calibrateLikeness({ ...likeness, strength }, scales[register.scale]);
        const wasAsked = whyIncomparable(face) !== null;
        const isPossible = !wasAsked && scoreAt(vectors.strength) >= possible;
        const wasPossible = !wasAsked && scoreAt(Infinity) >= possible;
        const isAsked = wasAsked || (!isPossible && isTooHidden(face, vectors));
        return { same: reference.subject === subject, isPossible, isAsked, wasPossible, wasAsked };
      });
}

function summarise(name: string, probes: readonly (Probe | null)[], compare: (probe: Probe) => Outcome[]) {
  const seen = probes.filter((probe) => probe !== null);
  const outcomes = seen.flatMap(compare);
  const share = (same: boolean, is: (outcome: Outcome) => boolean): number => {
    const some = outcomes.filter((outcome) => outcome.same === same);
    return some.filter(is).length / some.length;
  };
  const lengths = seen.map(({ vectors }) => vectors.strength).sort((a, b) => a - b);
  return {
    name,
    missed: probes.length - seen.length,
    vector: lengths[Math.floor(lengths.length / 2)]!,
    passedAlone: share(true, ({ wasPossible, wasAsked }) => !wasPossible && !wasAsked),
    passes: share(true, ({ isPossible, isAsked }) => !isPossible && !isAsked),
    tooHidden: share(true, ({ isAsked, wasAsked }) => isAsked && !wasAsked),
    strangersAlone: share(false, ({ wasPossible }) => wasPossible),
    strangers: share(false, ({ isPossible }) => isPossible),
  };
}
