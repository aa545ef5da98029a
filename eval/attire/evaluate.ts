import { readFile } from 'node:fs/promises';
import { createAttireDetector } from '../../src/detectors/attire/create-attire-detector.ts';
import { openSceneEmbedder } from '../../src/detectors/attire/open-scene-embedder.ts';
import { createNudityDetector } from '../../src/detectors/nudity/create-nudity-detector.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import type { EvalOptions, Evaluate } from '../report.ts';
import { readLabelledPhotos, type LabelledPhoto } from './labelled-photos.ts';
import { tabulate, type Judged } from './tabulate.ts';

type Judge = (photo: LabelledPhoto) => Promise<Judged>;

/** The detectors as the pipeline runs them, but without faces: what dress alone can tell. */
async function openJudge(): Promise<Judge> {
  const embedder = await openSceneEmbedder();
  const attire = await createAttireDetector({ embedder });
  const nudity = await createNudityDetector({ embedder });
  const { signal } = new AbortController();
  return async (labelled) => {
    const photo = await decodePhoto(await readFile(labelled.file), 'jpeg');
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
 * `npm run eval -- attire --data FOLDER [--split even|odd|all] [--limit N]`: swimwear found and false flags at the
 * operating point and over a sweep, by activity, and the nudity score on photos without nudity. By default only the
 * even photos of each activity are judged: the odd ones were fitted on.
 */
export const evaluate: Evaluate = async (options) => {
  const photos = await choosePhotos(options);
  const judge = await openJudge();
  const judged: Judged[] = [];
  for (const photo of photos) {
    judged.push(await judge(photo));
    options.progress(judged.length, photos.length);
  }
  return tabulate(judged);
};
