import type { Readable } from 'node:stream';
import type { FileVault } from '../../files/file-vault.ts';
import { streamZip } from '../../files/stream-zip.ts';
import type { FileAnswer } from '../../http/route.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { judgeRelease, readReleaseDay } from '../../pipeline/judge-release.ts';
import { newConcerns } from '../../policy/new-concerns.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { readVerdict } from '../../store/verdict-rows.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import type { ReleaseParts } from './parts.ts';
import { getCollectableBatch, requireFreshRegister, requireOpenChannel } from './require-release.ts';
import { findStandingReleases, type Release } from './store.ts';
import { writeManifest } from './write-manifest.ts';

/** Releases for which a takedown is open, or which show something today that they did not when they were released. */
async function findBarred(parts: ReleaseParts, releases: readonly Release[]): Promise<ReadonlySet<string>> {
  const { database, clock } = parts;
  const due = await database
    .selectFrom('takedowns')
    .select('releaseId')
    .where('releaseId', 'in', releases.length === 0 ? [''] : releases.map(({ id }) => id))
    .where('doneAt', 'is', null)
    .execute();
  const barred = new Set(due.map(({ releaseId }) => releaseId));
  const looks = await database
    .selectFrom('releaseLooks')
    .select('releaseId')
    .where('releaseId', 'in', releases.length === 0 ? [''] : releases.map(({ id }) => id))
    .where('answeredAt', 'is', null)
    .execute();
  for (const { releaseId } of looks) barred.add(releaseId);
  const day = await readReleaseDay(database, clock);
  for (const release of releases) {
    if (barred.has(release.id)) continue;
    const today = await judgeRelease(database, release, day);
    const agreed = await readVerdict(database, release.verdictId);
    if (today === null || newConcerns(agreed, { ...today.verdict, standings: today.standings }).length > 0) {
      barred.add(release.id);
    }
  }
  return barred;
}

/**
 * The prepared photos of a batch for a channel as a ZIP, streamed from what is stored. What may no longer appear since it
 * was prepared is left out, and its takedown set in motion. Throws `not-found` when nothing is prepared,
 * `register-stale`, `channel-not-open`.
 */
export async function downloadRelease(
  parts: ReleaseParts,
  person: SignedIn,
  { batchId, channelId }: { readonly batchId: string; readonly channelId: string },
): Promise<FileAnswer> {
  const { database, clock, vault } = parts;
  const batch = await getCollectableBatch(database, person, batchId);
  await requireOpenChannel(database, batchId, channelId);
  await requireFreshRegister(database, clock);
  const all = [...(await findStandingReleases(database, batchId, channelId)).values()];
  const barred = await findBarred(parts, all);
  const releases = all.filter((release) => !barred.has(release.id) && release.fileId !== null);
  await withTransaction(database, async (trx) => {
    if (barred.size > 0) await enqueueRegisterChanged(trx, clock, null);
    if (releases.length === 0) return;
    await recordAudit(trx, clock, {
      actor: person.accountId,
      action: 'release/downloaded',
      subject: { kind: 'batch', id: batchId },
      detail: { channel: channelId, photos: releases.length, leftOut: barred.size },
    });
  });
  if (barred.size > 0) parts.wakeJobs();
  if (releases.length === 0) throw new AppError('not-found', { detail: 'nothing is prepared for this channel' });
  const fileName = `photoward-${batch.eventDate}-${channelId}.zip`;
  return { mediaType: 'application/zip', content: zipOf(vault, releases, channelId), fileName };
}

/** Each photo is opened when its turn comes. */
function zipOf(vault: FileVault, releases: readonly Release[], channelId: string): Readable {
  const { json, csv } = writeManifest(releases, channelId);
  return streamZip([
    { name: 'manifest.json', content: Buffer.from(json) },
    { name: 'manifest.csv', content: Buffer.from(csv) },
    ...releases.map(({ fileId, fileName, bytes, releasedAt }) => ({
      ...{ name: fileName, bytes, modifiedAt: new Date(releasedAt) },
      content: () => vault.readStream({ kind: 'release', id: fileId! }),
    })),
  ]);
}
