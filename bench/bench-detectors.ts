import sharp from 'sharp';
import { createAttireDetector } from '../src/detectors/attire/create-attire-detector.ts';
import { openSceneEmbedder } from '../src/detectors/attire/open-scene-embedder.ts';
import type { DecodedPhoto } from '../src/detectors/detector.ts';
import { createFaceDetector } from '../src/detectors/faces/create-face-detector.ts';
import { createNudityDetector } from '../src/detectors/nudity/create-nudity-detector.ts';
import { createTextDetector } from '../src/detectors/text/create-text-detector.ts';
import { photoFromRaster } from '../src/pipeline/decode/photo-from-raster.ts';
import { demoPhotos } from './group-photo.ts';
import { processorMsOf } from './processor-ms-of.ts';

const usage = `npm run bench -- detectors

Processor time that attire (with nudity) and text add to a photo of 12 megapixels whose faces were found: the six demo
photos of face-api, enlarged. Best of seven runs each. Run it on one core (taskset -c 1) to leave nothing out.
`;

const runs = 7;
const [longEdge, shortEdge] = [4000, 3000] as const;

async function enlarge(file: string): Promise<DecodedPhoto['full']> {
  const { width, height } = await sharp(file).metadata();
  const [wide, high] = width >= height ? [longEdge, shortEdge] : [shortEdge, longEdge];
  const { data, info } = await sharp(file)
    .removeAlpha()
    .resize(wide, high, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Measures what attire and text add to a photo, and prints it. */
export async function benchDetectors(arguments_: readonly string[]): Promise<void> {
  if (arguments_.length > 0) {
    process.stdout.write(usage);
    return;
  }
  const embedder = await openSceneEmbedder();
  const attire = await createAttireDetector({ embedder });
  const nudity = await createNudityDetector({ embedder });
  const [faceDetector, text] = [await createFaceDetector(), await createTextDetector()];
  const { signal } = new AbortController();
  process.stdout.write('photo  faces  attire and nudity, ms  text, ms  lines and cards\n');
  for (const [index, file] of demoPhotos.entries()) {
    const full = await enlarge(file);
    const best = { faces: 0, attire: Infinity, text: Infinity, found: 0 };
    for (let run = 0; run < runs; run += 1) {
      const photo = photoFromRaster(full);
      // The copies that the face detector makes are there for the others.
      const faces = await faceDetector.observe(photo, {}, signal);
      best.faces = faces.length;
      const dress = async (): Promise<void> => {
        await attire.observe(photo, { faces }, signal);
        await nudity.observe(photo, {}, signal);
      };
      const read = async (): Promise<void> => {
        best.found = (await text.observe(photo, { faces }, signal)).length;
      };
      best.attire = Math.min(best.attire, await processorMsOf(dress));
      best.text = Math.min(best.text, await processorMsOf(read));
    }
    const row = [index + 1, best.faces, Math.round(best.attire), Math.round(best.text), best.found];
    process.stdout.write(`${row.join('      ')}\n`);
  }
}
