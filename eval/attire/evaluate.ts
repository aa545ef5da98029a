import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { createAttireDetector } from '../../src/detectors/attire/create-attire-detector.ts';
import { openSceneEmbedder } from '../../src/detectors/attire/open-scene-embedder.ts';
import { createNudityDetector } from '../../src/detectors/nudity/create-nudity-detector.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import type { EvalOptions, Evaluate } from '../report.ts';
import { readLabelledPhotos, type LabelledPhoto } from './labelled-photos.ts';
import { tabulate, type Judged } from './tabulate.ts';

type Judge = (photo: LabelledPhoto) => Promise<Judged>;

/** What filters and poor light do to a photo. */
const filters: Readonly<Record<string, (photo: Sharp) => Sharp>> = {
  none: (photo) => photo,
  grey: (photo) => photo.greyscale(),
  sepia: (photo) =>
    photo.recomb([
      [0.393, 0.769, 0.189],
      [0.349, 0.686, 0.168],
      [0.272, 0.534, 0.131],
    ]),
  dark: (photo) => photo.linear(0.4),
};

async function readFiltered(file: string, filter: string): Promise<Buffer> {
  if (filter === 'none') return readFile(file);
  // Enlarged first, because on 224 pixels a JPEG's colours are too coarse for a photo from a camera.
  const large = sharp(file).resize({ width: 1024 });
  return filters[filter]!(large).jpeg({ quality: 90 }).toBuffer();
}

/** The detectors as the pipeline runs them, but without faces: what dress alone can tell. */
async function openJudge(filter: string): Promise<Judge> {
  const embedder = await openSceneEmbedder();
  const attire = await createAttireDetector({ embedder });
  const nudity = await createNudityDetector({ embedder });
  const { signal } = new AbortController();
  return async (labelled) => {
    const photo = await decodePhoto(await readFiltered(labelled.file, filter), 'jpeg');
    const start = performance.now();
    const { swimwear, water, people } = await attire.observe(photo, { faces: [] }, signal);
    const { score } = await nudity.observe(photo, {}, signal);
    return { ...labelled, swimwear, water, people, nudity: score, tookMs: performance.now() - start };
  };
}

async function choosePhotos({ dataFolder, extra }: EvalOptions): Promise<LabelledPhoto[]> {
  const { split = 'even', limit = 'Infinity' } = extra;
  if (!['even', 'odd', 'all'].includes(split)) throw new Error('--split is even, odd or all');
  const photos = await readLabelledPhotos(dataFolder);
  return photos.filter(({ half }) => split === 'all' || half === split).slice(0, Number(limit));
}

/**
 * `npm run eval -- attire --data FOLDER [--split even|odd|all] [--filter none|grey|sepia|dark] [--limit N]`: swimwear
 * found and false flags at the operating point and over a sweep, by activity, and the nudity score on photos without
 * nudity. By default only the even photos of each activity are judged: the odd ones were fitted on.
 */
export const evaluate: Evaluate = async (options) => {
  const { filter = 'none' } = options.extra;
  if (!(filter in filters)) throw new Error(`--filter is ${Object.keys(filters).join(', ')}`);
  const photos = await choosePhotos(options);
  const judge = await openJudge(filter);
  const judged: Judged[] = [];
  for (const photo of photos) {
    judged.push(await judge(photo));
    options.progress(judged.length, photos.length);
  }
  return tabulate(judged);
};
