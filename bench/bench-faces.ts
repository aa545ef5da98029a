import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFaceDetector } from '../src/detectors/faces/create-face-detector.ts';
import { createMatchDetector } from '../src/detectors/match/create-match-detector.ts';
import { openFaceEmbedder } from '../src/detectors/match/open-face-embedder.ts';
import { decodePhoto } from '../src/pipeline/decode.ts';
import { sharp } from '../src/pipeline/decode/pixel-engine.ts';
import { makeGroupPhoto } from './group-photo.ts';
import { processorMsOf } from './processor-ms-of.ts';

const usage = `npm run bench -- faces

Processor time for finding and matching the faces of one photo of 12 megapixels: the people of all six demo photos of
face-api. Best of nine runs each. Run it on one core (taskset -c 1) to leave nothing out.
`;

const runs = 9;
const columns = 3;
/** Every so many faces is a pupil of the register, so that some faces are worth a second look and most are not. */
const everyPupil = 5;

/** Measures faces and matching on a photo with many people, and prints it. */
export async function benchFaces(arguments_: readonly string[]): Promise<void> {
  if (arguments_.length > 0) {
    process.stdout.write(usage);
    return;
  }
  // libvips would use every core for the copies.
  sharp.concurrency(1);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-faces-'));
  try {
    const file = path.join(folder, 'group.jpg');
    await makeGroupPhoto(file, { columns });
    process.stdout.write(await measure(await readFile(file)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(jpeg: Buffer): Promise<string> {
  const [detector, embedder] = [await createFaceDetector(), await openFaceEmbedder()];
  const { signal } = new AbortController();
  const photo = await decodePhoto(jpeg, 'jpeg');
  const faces = await detector.observe(photo, {}, signal);
  const pupils = faces.filter((_, at) => at % everyPupil === 0);
  const gallery = await Promise.all(
    pupils.map(async ({ landmarks }, at) => ({
      pupil: `p${String(at)}`,
      template: { model: embedder.model, vectors: [await embedder.embed(photo, landmarks)] },
    })),
  );
  const matcher = await createMatchDetector(embedder, gallery);
  const best = { faces: Infinity, vectors: Infinity, match: Infinity };
  const take = async (stage: keyof typeof best, work: () => Promise<unknown>): Promise<void> => {
    best[stage] = Math.min(best[stage], await processorMsOf(work));
  };
  for (let run = 0; run < runs; run += 1) {
    const fresh = await decodePhoto(jpeg, 'jpeg');
    await take('faces', () => detector.observe(fresh, {}, signal));
    await take('match', () => matcher.observe(fresh, { faces }, signal));
    await take('vectors', async () => {
      for (const { landmarks } of faces) await embedder.embed(fresh, landmarks);
    });
  }
  const { faces: finding, match, vectors } = best;
  const rows = [
    ['finding them, with all smaller copies of the photo', finding],
    [`matching, register of ${String(gallery.length)} who are in the photo`, match],
    ['both', finding + match],
    ['vectors of all of them and of their mirror images', vectors],
    ['finding them, and all these vectors', finding + vectors],
  ] as const;
  return [
    `${String(faces.length)} faces in a photo of ${String(photo.full.width)} x ${String(photo.full.height)}, ms`,
    ...rows.map(([name, ms]) => `${name.padEnd(56)}${ms.toFixed(0).padStart(5)}`),
    '',
  ].join('\n');
}
