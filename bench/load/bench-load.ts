import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../../eval/text/random.ts';
import { addPerson, makeSchool, openBatch, sendPhoto } from '../service/make-school.ts';
import { siteOf, type Site } from '../service/site.ts';
import { alterPhoto } from './alter-photo.ts';
import { browse, type Timing } from './browse.ts';
import { countPhotos } from './count-photos.ts';
import { fillRegister } from './fill-register.ts';
import { reportMemory, reportTimings } from './report-load.ts';
import { watchMemory } from './watch-memory.ts';

const usage = `npm run bench -- load [--photos N] [--people N] [--minutes N]

Sends a batch of N photos (default 500) to the built service (npm run build) with its default models and processes,
while N people (default 20) who are signed in look at pages for N minutes (default 10) with 1 to 3 s of thinking between,
in a school of 2,000 pupils. Prints how long the answers took, the memory over time and what became of the photos.
`;

const [pupils, memorySamples] = [2_000, 12];

interface Load {
  readonly photos: number;
  readonly people: number;
  readonly minutes: number;
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Send all photos one after the other. The ids of those that were accepted. */
async function sendAll(
  site: Site,
  batchId: string,
  photos: readonly Buffer[],
  note: (timing: Timing) => void,
): Promise<string[]> {
  const [client, accepted] = [site.browser('uploader'), [] as string[]];
  for (const photo of photos) {
    const began = performance.now();
    const id = await sendPhoto(client, batchId, photo).then(
      ({ photoId }) => photoId,
      (error: unknown) => {
        say(`a photo was refused: ${String(error)}`);
        return null;
      },
    );
    note({ endpoint: 'upload', ms: performance.now() - began, status: id === null ? 400 : 202 });
    if (id !== null) accepted.push(id);
  }
  return accepted;
}

async function loadSite(site: Site, { photos, people, minutes }: Load): Promise<void> {
  await makeSchool(site);
  await fillRegister(site, pupils);
  const uploader = await addPerson(site, 'uploader', ['staff']);
  const batchId = await openBatch(uploader, 'Sports day', []);
  const clients = [];
  for (let index = 0; index < people; index += 1) {
    clients.push(await addPerson(site, `person${index}`, ['staff', 'office', 'moderator']));
  }
  const pictures: Buffer[] = [];
  for (let index = 0; index < photos; index += 1) pictures.push(await alterPhoto(index));
  const timings: Timing[] = [];
  const note = (timing: Timing): void => {
    timings.push(timing);
  };
  const [began, loadBefore] = [Date.now(), loadavg()[0]!];
  const memory = watchMemory(site.serving().pid, (minutes * 60_000) / memorySamples);
  const until = began + minutes * 60_000;
  const sending = sendAll(site, batchId, pictures, note).then((accepted) => ({
    accepted,
    seconds: (Date.now() - began) / 1_000,
  }));
  await Promise.all(
    clients.map((client, index) => browse({ client, random: randomFrom(index + 1), batchId, note }, until)),
  );
  const samples = memory.stop();
  const { accepted, seconds } = await sending;
  const { lost, screened, givenUp, waiting } = await countPhotos(site, accepted);
  say(`${people} people, ${minutes} minutes, ${pupils} pupils; ${cpus()[0]?.model}, ${availableParallelism()} cores.`);
  say(`Load average ${loadBefore.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after.\n`);
  say(`${reportTimings(timings)}\n\n${reportMemory(samples)}\n`);
  say(`${accepted.length} of ${photos} photos accepted in ${seconds.toFixed(0)} s; ${lost} lost.`);
  say(`${screened} screened (${givenUp} of them given up), ${waiting} still waiting at the end.`);
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (!(count > 0)) throw new Error(`--${name} must be a number above 0, and is "${text}"`);
  return count;
}

/** Run the load that `arguments_` ask for, and print its figures. */
export async function benchLoad(arguments_: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...arguments_],
    options: {
      photos: { type: 'string', default: '500' },
      people: { type: 'string', default: '20' },
      minutes: { type: 'string', default: '10' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    say(usage);
    return;
  }
  const load = {
    photos: countOf('photos', values.photos),
    people: countOf('people', values.people),
    minutes: countOf('minutes', values.minutes),
  };
  const folder = await mkdtemp(path.join(tmpdir(), 'photoward-load-'));
  const program = { folder: path.join(import.meta.dirname, '..', '..', 'dist') };
  const site = siteOf(program, folder, { PHOTOWARD_WORKERS: 'cores', PHOTOWARD_OPERATING_POINT: 'careful' });
  try {
    await site.start();
    await loadSite(site, load);
  } finally {
    await site.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
