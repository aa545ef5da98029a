import { setImmediate } from 'node:timers/promises';
import type { UploadedFile } from '../../http/route.ts';
import { AppError } from '../../lib/app-error.ts';
import type { LookUpHashes } from '../../pipeline/intake/look-up-hashes.ts';
import { hammingDistance } from '../../pipeline/intake/hamming-distance.ts';
import { sayLikeness, type Likeness } from '../../policy/say-likeness.ts';
import type { Queryable } from '../../store/database.ts';
import { couldNotBeRemoved } from './could-not-be-removed.ts';
import type { ReleaseParts } from './parts.ts';

const pageSize = 500;
const mostFound = 20;

interface Found {
  readonly releaseId: string;
  readonly channelId: string;
  readonly channelName: string;
  readonly releasedAt: string;
  readonly takenDownAt: string | null;
  readonly takedownDueOn: string | null;
  readonly couldNotBeRemoved: boolean;
  readonly distance: number;
  readonly likeness: Likeness;
  readonly words: string;
}

function onlyOf(files: readonly UploadedFile[]): UploadedFile {
  const [file] = files;
  if (file !== undefined) return file;
  throw new AppError('invalid-input', { fields: [{ path: 'picture', message: 'must hold one picture' }] });
}

/** A page of releases, by id, so that the whole ledger never lies in memory. */
async function readPage(database: Queryable, after: string) {
  return await database
    .selectFrom('releases')
    .innerJoin('channels', 'channels.id', 'releases.channelId')
    .leftJoin('takedowns', (join) =>
      join.onRef('takedowns.releaseId', '=', 'releases.id').on('takedowns.doneAt', 'is', null),
    )
    .select(['releases.id', 'channelId', 'channels.name', 'releasedAt', 'takenDownAt', 'dueOn as takedownDueOn'])
    .select((select) => couldNotBeRemoved(select).as('couldNotBeRemoved'))
    .select(['perceptualHash', 'cropHashesJson'])
    .where('releases.id', '>', after)
    .orderBy('releases.id')
    .limit(pageSize)
    .execute();
}

type Row = Awaited<ReturnType<typeof readPage>>[number];

/** The picture itself against the whole release; changed in any way, or a part of it, tells of a changed copy. */
function compare({ upright, turned }: LookUpHashes, row: Row): Found[] {
  const inner = JSON.parse(row.cropHashesJson) as string[];
  const [whole = 64, ...unframed] = upright.map((hash) => hammingDistance(hash, row.perceptualHash));
  const parts = upright.flatMap((hash) => inner.map((part) => hammingDistance(hash, part)));
  const others = turned.map((hash) => hammingDistance(hash, row.perceptualHash));
  const said = sayLikeness(whole, Math.min(64, ...unframed, ...parts, ...others));
  if (said === null) return [];
  const { id: releaseId, channelId, name: channelName, releasedAt, takenDownAt, takedownDueOn } = row;
  const standing = { takenDownAt, takedownDueOn, couldNotBeRemoved: Boolean(row.couldNotBeRemoved) };
  return [{ releaseId, channelId, channelName, releasedAt, ...standing, ...said }];
}

/**
 * The released photos that look most like a picture, the nearest first. Nothing of the picture is kept: it lies in the
 * upload folder until the answer is sent. Strangers made it, so a screening process reads it. Throws what reading a
 * picture throws.
 */
export async function lookUp(
  { database, screening }: Pick<ReleaseParts, 'database' | 'screening'>,
  files: readonly UploadedFile[],
  signal: AbortSignal,
) {
  const hashes = await screening().hash(onlyOf(files).path, signal);
  const found: Found[] = [];
  let compared = 0;
  for (let after = ''; ;) {
    const page = await readPage(database, after);
    compared += page.length;
    found.push(...page.flatMap((row) => compare(hashes, row)));
    if (page.length < pageSize) break;
    after = page.at(-1)!.id;
    await setImmediate();
  }
  const nearest = found.sort((a, b) => a.distance - b.distance || (a.releaseId < b.releaseId ? 1 : -1));
  return { compared, found: nearest.slice(0, mostFound) };
}
