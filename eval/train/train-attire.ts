import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attireHeadFile } from '../../src/detectors/attire/attire-head.ts';
import { openSceneEmbedder } from '../../src/detectors/attire/open-scene-embedder.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { readLabelledPhotos, type LabelledPhoto } from '../attire/labelled-photos.ts';
import { randomFrom } from '../text/random.ts';
import { briefDress, maybeWaterSports, unclearDress, waterSports } from './dress-notes.ts';
import { fitCalibrated, type PhotoExample } from './fit-calibrated.ts';
import type { LinearModel } from './fit-logistic.ts';
import { makeViews } from './make-views.ts';

const seed = 7;
const extraViews = 3;
const decay = 0.3;

interface View {
  readonly photo: number;
  readonly isOriginal: boolean;
  readonly features: Float32Array;
}

/** Features of each photo and of its altered views, in order. */
async function readViews(photos: readonly LabelledPhoto[]): Promise<{ embedder: string; views: View[] }> {
  const embedder = await openSceneEmbedder();
  const random = randomFrom(seed);
  const views: View[] = [];
  for (const [index, { file }] of photos.entries()) {
    const { full } = await decodePhoto(await readFile(file), 'jpeg');
    const part = { x: 0, y: 0, width: full.width, height: full.height };
    const patches = await makeViews(full, part, { extra: extraViews, leastShare: 0.6, random });
    const readings = await embedder.read(patches);
    readings.forEach(({ features }, view) => views.push({ photo: index, isOriginal: view === 0, features }));
    if (index % 100 === 0) process.stderr.write(`${String(index)} of ${String(photos.length)} photos read\n`);
  }
  return { embedder: embedder.version, views };
}

/** Both sides weigh the same, however many photos each has. `null` leaves a photo out. */
function toExamples(
  views: readonly View[],
  photos: readonly LabelledPhoto[],
  isPositive: (photo: LabelledPhoto) => boolean | null,
): PhotoExample[] {
  const labelled = views.flatMap((view) => {
    const answer = isPositive(photos[view.photo]!);
    return answer === null ? [] : [{ ...view, isPositive: answer }];
  });
  const positives = labelled.filter((view) => view.isPositive).length;
  const weights = [1 / (labelled.length - positives), 1 / positives] as const;
  return labelled.map((view) => ({ ...view, weight: weights[view.isPositive ? 1 : 0] }));
}

function wearsSwimwear(photo: LabelledPhoto): boolean | null {
  if (photo.isLeftOut || unclearDress.has(photo.image)) return null;
  return photo.swimming ? true : briefDress.has(photo.image) ? null : false;
}

const isByWater = ({ activity }: LabelledPhoto): boolean | null =>
  maybeWaterSports.has(activity) ? null : waterSports.has(activity);

const toJson = ({ weights, bias }: LinearModel): { weights: string; bias: number } => ({
  weights: Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength).toString('base64'),
  bias,
});

/**
 * Fits the heads of the attire detector on the odd photos of each activity and writes them with their model card.
 * The same photos give the same file.
 */
export async function trainAttire(
  dataFolder: string,
  outFile = path.join(modelsFolder, attireHeadFile),
): Promise<void> {
  const photos = (await readLabelledPhotos(dataFolder)).filter(({ half }) => half === 'odd');
  const { embedder, views } = await readViews(photos);
  const heads = {
    swimwear: toJson(fitCalibrated(toExamples(views, photos, wearsSwimwear), decay)),
    water: toJson(fitCalibrated(toExamples(views, photos, isByWater), decay)),
  };
  const card = {
    what: 'Linear heads for the attire detector, on the features of nsfw_mobilenetv2 and nsfw_mobilenetv2_heads',
    trainedOn: `${String(photos.length)} photos (first, third, … of each activity) of an MIT-licensed set of sports photos`,
    command: 'npm run train -- attire --data FOLDER',
    seed,
    limits: ['Learned swimwear in and beside pools; out of the water it misses much. See docs/accuracy-attire.md.'],
  };
  const sha256 = createHash('sha256').update(JSON.stringify(heads)).digest('hex');
  await writeFile(outFile, `${JSON.stringify({ card, sha256, embedder, heads }, null, 2)}\n`);
  process.stdout.write(`${outFile} ${sha256.slice(0, 12)}\n`);
}
