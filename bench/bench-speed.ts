import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listPhotos } from '../src/cli/list-photos.ts';
import type { Figures } from './figures.ts';
import { demoPhotos, makeGroupPhoto } from './group-photo.ts';
import { measureFloor } from './measure-floor.ts';
import { measurePhotoward } from './measure-photoward.ts';
import { measureScript } from './measure-script.ts';
import { reportSpeed } from './report-speed.ts';

const usage = `npm run bench -- [--photos FOLDER] [--markdown FILE]
       npm run bench -- load --help

Measures photos a minute with one process and with all cores, stage by stage, beside face-api, human and the bare floor.
Without --photos: the six demo photos of face-api, and a group photo of 12 megapixels made from them.
human is left out unless it was installed: npm ci --prefix bench/peers
`;

async function measureAll(photos: readonly string[]): Promise<{ all: Figures[]; left: string[] }> {
  const cores = availableParallelism();
  const all = [await measurePhotoward(photos, 1)];
  if (cores > 1) all.push(await measurePhotoward(photos, cores));
  const faceApi = path.join(import.meta.dirname, 'run-face-api.ts');
  const does = 'boxes, landmarks and a description of each face; nothing else';
  all.push(await measureScript(faceApi, photos, { name: 'face-api, 1 process', does }));
  const peers = path.join(import.meta.dirname, 'peers');
  if (!existsSync(path.join(peers, 'node_modules'))) {
    return { all, left: ['human was left out: it is not installed (npm ci --prefix bench/peers).'] };
  }
  const human = path.join(peers, 'run-human.mjs');
  all.push(
    await measureScript(human, photos, {
      name: 'human, 1 process',
      does: 'boxes, mesh and a description of each face',
    }),
  );
  return { all, left: [] };
}

/** Run the comparison that `arguments_` ask for, and print it. */
export async function benchSpeed(arguments_: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...arguments_],
    options: { photos: { type: 'string' }, markdown: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'photoward-bench-'));
  try {
    const group = path.join(folder, 'group.jpg');
    if (values.photos === undefined) await makeGroupPhoto(group);
    const photos = values.photos === undefined ? [...demoPhotos, group] : await listPhotos([values.photos]);
    const named =
      values.photos === undefined ? 'the six demo photos of face-api and a 12-megapixel group' : 'own photos';
    const { all, left } = await measureAll(photos);
    const report = reportSpeed(`${photos.length} photos (${named})`, all, await measureFloor(photos), left);
    process.stdout.write(report);
    if (values.markdown !== undefined) await writeFile(values.markdown, report);
  } finally {
    await rm(folder, { recursive: true });
  }
}
