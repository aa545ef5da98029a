import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createFaceDetector } from '../../src/detectors/faces/create-face-detector.ts';
import type { OperatingPoint } from '../../src/detectors/faces/least-probability.ts';
import type { Model } from '../../src/inference/open-model.ts';
import { findPack } from '../../src/inference/packs/model-packs.ts';
import { openPack } from '../../src/inference/packs/open-pack.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { findSet } from '../find-set.ts';
import { keptAt } from '../kept-at.ts';
import type { Evaluate } from '../report.ts';
import { sampleEvenly } from '../sample-evenly.ts';
import { readLabelledFaces } from './read-labelled-faces.ts';
import { scoreDetections, type Scored } from './score-detections.ts';

const sizes = [
  { name: '16-24', from: 16, to: 24 },
  { name: '24-40', from: 24, to: 40 },
  { name: '40-80', from: 40, to: 80 },
  { name: '80+', from: 80, to: Infinity },
] as const;
const sweep = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/**
 * Recall by face size and false boxes a photo, at the operating point and over a sweep of scores. Options: `--limit N`
 * photos, `--point careful|quick`, `--half 0|1` for every second photo (0 is the half that calibration was fitted on),
 * `--pack FILE` with YuNet's file beside the shipped nets, `--keep FOLDER` for what is found, so that a run that was
 * broken off goes on with the same code.
 */
export const evaluate: Evaluate = async ({ dataFolder, extra, progress }) => {
  const folder = findSet(dataFolder, 'faces-detection', 'ground-truth.json');
  if (folder === undefined) throw new Error(`No ground-truth.json in ${dataFolder}`);
  const operatingPoint: OperatingPoint = extra.point === 'quick' ? 'quick' : 'careful';
  const all = await readLabelledFaces(folder);
  const half = extra.half === undefined ? all : all.filter((_, at) => at % 2 === Number(extra.half));
  const photos = sampleEvenly(half, extra.limit);
  const pack = extra.pack === undefined ? undefined : await openYuNetFile(extra.pack);
  const detector = await createFaceDetector({ operatingPoint, ...(pack === undefined ? {} : { pack }) });
  const scored: Scored[] = [];
  let spentMs = 0;
  for (const [done, { image, faces }] of photos.entries()) {
    const file = path.join(folder, image);
    const { found, ms } = await keptAt(extra.keep, [detector.id, detector.version, file], async () => {
      const photo = await decodePhoto(await readFile(file), 'jpeg');
      const start = performance.now();
      const found = await detector.observe(photo, {}, new AbortController().signal);
      return { found, ms: performance.now() - start };
    });
    scored.push(scoreDetections(found, faces));
    spentMs += ms;
    progress(done + 1, photos.length);
  }
  const rows = [0, ...sweep].map((score) => ({ score, ...measureAt(scored, score) }));
  return {
    tables: [
      {
        title: `Detection, ${operatingPoint}, ${photos.length} photos, ${(spentMs / photos.length).toFixed(0)} ms a photo`,
        columns: ['score from', ...sizes.map(({ name }) => `${name} px`), 'false a photo'],
        rows: rows.map(({ score, recall, falseBoxes }) => [
          score === 0 ? 'operating point' : score.toFixed(2),
          ...recall.map((share) => share.toFixed(3)),
          falseBoxes.toFixed(2),
        ]),
      },
    ],
    figures: {
      operatingPoint,
      photos: photos.length,
      msPerPhoto: spentMs / photos.length,
      labelled: sizes.map(({ name, from, to }) => ({ name, faces: inSize(scored, from, to).length })),
      sweep: rows,
    },
  };
};

/** The file must be the one that `photoward models` knows. */
function openYuNetFile(file: string): Promise<Model> {
  const pack = findPack('yunet-2026may')!;
  return openPack({ ...pack, file: path.basename(file) }, path.dirname(path.resolve(file)));
}

function measureAt(scored: readonly Scored[], least: number): { recall: number[]; falseBoxes: number } {
  const recall = sizes.map(({ from, to }) => {
    const labels = inSize(scored, from, to);
    return labels.filter(({ score }) => score > 0 && score >= least).length / labels.length;
  });
  const falseBoxes = scored.flatMap(({ falseScores }) => falseScores).filter((score) => score >= least).length;
  return { recall, falseBoxes: falseBoxes / scored.length };
}

function inSize(scored: readonly Scored[], from: number, to: number): Scored['labels'] {
  return scored.flatMap(({ labels }) => labels).filter(({ sizePx }) => sizePx >= from && sizePx < to);
}
