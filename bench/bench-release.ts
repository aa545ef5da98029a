import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { releasePhotoHandler } from '../src/features/release/release-photo.ts';
import type { ReleaseParts } from '../src/features/release/parts.ts';
import { openFileVault } from '../src/files/file-vault.ts';
import { isoNow, isoToday, systemClock } from '../src/lib/clock.ts';
import { newId } from '../src/lib/new-id.ts';
import { cleanPhoto } from '../src/pipeline/clean.ts';
import { decodePhoto } from '../src/pipeline/decode.ts';
import { sharp } from '../src/pipeline/decode/pixel-engine.ts';
import { defaultHandlingPolicy } from '../src/policy/default-handling-policy.ts';
import { defaultSchoolPolicy } from '../src/policy/default-school-policy.ts';
import type { Database } from '../src/store/database.ts';
import { writeEvidence } from '../src/store/evidence-rows.ts';
import { insertFile } from '../src/store/insert-file.ts';
import { insertPolicyVersion } from '../src/store/insert-policy-version.ts';
import { openStore } from '../src/store/open-store.ts';
import { withTransaction } from '../src/store/with-transaction.ts';
import { evidenceOf } from '../tests/policy/evidence-of.ts';
import { demoPhotos } from './group-photo.ts';
import { writePupils } from './load/fill-register.ts';
import { writeChannel } from './service/make-school.ts';
import { processorMsOf } from './processor-ms-of.ts';
import { siteKeys } from './service/site.ts';

const usage = `npm run bench -- release

Processor time of releasing a photo in a school of 1,500 pupils: judged, encoded, judged once more and written down. Half
of the photos after a change of the register before each judging, so that the school is read anew; in turns.
`;

const [pupils, photosEach] = [1_500, 12];

/** Measures releases with the school read anew and with the school as it was read before, and prints both. */
export async function benchRelease(arguments_: readonly string[]): Promise<void> {
  if (arguments_.length > 0) {
    process.stdout.write(usage);
    return;
  }
  // libvips would use every core.
  sharp.concurrency(1);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-release-'));
  const store = await openStore(':memory:');
  try {
    const vault = await openFileVault(folder, siteKeys(), { clearTemporary: true });
    const { database } = store;
    const screening = (): never => {
      throw new Error('a release asks no screening process');
    };
    process.stdout.write(await measure({ database, vault, clock: systemClock, wakeJobs: () => undefined, screening }));
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(parts: ReleaseParts): Promise<string> {
  const { database } = parts;
  const personId = await makeSchool(database);
  await writePupils(database, pupils);
  const photoIds = await addPhotos(parts, personId);
  const spent = { anew: [] as number[], kept: [] as number[] };
  for (const [index, photoId] of photoIds.entries()) {
    const way = index % 2 === 0 ? 'anew' : 'kept';
    const ready = async (): Promise<void> => {
      if (way === 'anew') await touchRegister(database);
    };
    const ms = await processorMsOf(() => release(parts, { photoId, personId }, ready));
    // The first of each way warms up.
    if (index > 1) spent[way].push(ms);
  }
  const { n } = await database
    .selectFrom('releases')
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  if (n !== photoIds.length) throw new Error(`only ${String(n)} of ${String(photoIds.length)} photos were released`);
  const middle = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const [anew, kept] = [middle(spent.anew), middle(spent.kept)];
  return [
    `releasing a photo, ${String(pupils)} pupils on record, the whole school on the roll; middle of ${String(spent.kept.length)}, ms`,
    `the register changed before each judging   ${anew.toFixed(0).padStart(5)}`,
    `the register as it was                     ${kept.toFixed(0).padStart(5)}   (${(anew / kept).toFixed(1)} times less)`,
    '',
  ].join('\n');
}

async function release(
  parts: ReleaseParts,
  { photoId, personId }: { readonly photoId: string; readonly personId: string },
  ready: () => Promise<void>,
): Promise<void> {
  const payload = { photoId, channelId: 'website', personId };
  const { signal } = new AbortController();
  const job = { ...{ id: newId(), kind: 'release-photo', payload }, ...{ leaseToken: '', attempt: 1, maxAttempts: 1 } };
  await ready();
  const write = await releasePhotoHandler(parts).run(job, signal);
  await ready();
  await withTransaction(parts.database, write);
}

/** Somebody's name is typed anew, as it was. */
async function touchRegister(database: Database): Promise<void> {
  await database.updateTable('pupils').set({ firstName: 'Given7' }).where('schoolNumber', '=', 'S7').execute();
}

/** An administrator who also releases, the policy, an open channel and a list found right today. Gives the person's id. */
async function makeSchool(database: Database): Promise<string> {
  const [id, at] = [newId(), isoNow(systemClock)];
  const account = { email: 'a@oakfield.example', displayName: 'Jo Head', passwordHash: '-', state: 'active' } as const;
  await database
    .insertInto('accounts')
    .values({ id, ...account, createdAt: at })
    .execute();
  await database
    .insertInto('accountRoles')
    .values({ accountId: id, role: 'staff', grantedAt: at, grantedBy: null })
    .execute();
  await withTransaction(database, (trx) =>
    insertPolicyVersion(trx, systemClock, {
      ...{ policy: defaultSchoolPolicy, handling: defaultHandlingPolicy, reason: 'start', createdBy: null },
    }),
  );
  await writeChannel(database, id);
  return id;
}

/** Clear photos of nobody, in a batch of the whole school. Gives their ids. */
async function addPhotos({ database, vault, clock }: ReleaseParts, by: string): Promise<string[]> {
  const [batchId, at] = [newId(), isoNow(clock)];
  await database
    .insertInto('batches')
    .values({
      ...{ id: batchId, title: 'Spring fair', eventDate: isoToday(clock), caption: 'A day in the sun', altText: '' },
      ...{ wholeSchool: 1, checklistJson: '[]', state: 'submitted', uploadedBy: by, createdAt: at, submittedAt: at },
      ...{ decidedAt: null, closedAt: null },
    })
    .execute();
  await database.insertInto('batchChannels').values({ batchId, channelId: 'website' }).execute();
  const { bytes } = await cleanPhoto(await decodePhoto(await readFile(demoPhotos[0]!), 'jpeg'));
  const ids: string[] = [];
  for (let position = 1; position <= 2 * photosEach; position += 1) {
    const [id, stored] = [newId(), await vault.write('clean', bytes)];
    await withTransaction(database, async (trx) => {
      await insertFile(trx, clock, stored, 'image/jpeg');
      await trx
        .insertInto('photos')
        .values({
          ...{
            id,
            batchId,
            position,
            state: 'clear',
            fileName: 'IMG_2034.JPG',
            sha256: id,
            bytes: 1,
            width: 1,
            height: 1,
          },
          ...{ perceptualHash: null, nearDuplicateOf: null, originalFileId: null, cleanFileId: stored.id },
          ...{ previewFileId: null, caption: '', altText: 'Children at play', currentVerdictId: null },
          ...{ currentOutputId: null, uploadedBy: by, uploadedAt: at, stateChangedAt: at },
        })
        .execute();
      await writeEvidence(trx, clock, { photoId: id, outputId: null }, evidenceOf());
    });
    ids.push(id);
  }
  return ids;
}
