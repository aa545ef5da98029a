import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { dataPaths } from '../../src/config/data-paths.ts';
import type { FileKind, FileVault } from '../../src/files/file-vault.ts';
import { deriveFolders } from '../../src/files/vault-folders.ts';
import type { Database } from '../../src/store/database.ts';
import type { Store } from '../../src/store/open-store.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { inside } from '../service/site.ts';

const sealMark = 'PWF1';
const ownNames = /^(photoward\.db(-wal|-shm)?|serving\.lock(-journal)?|files)$/;

async function findBadFiles(database: Database, vault: FileVault): Promise<string[]> {
  const rows = await database
    .selectFrom('files')
    .select(['id', 'kind', 'sha256'])
    .where('erasedAt', 'is', null)
    .execute();
  const faults: string[] = [];
  for (const { id, kind, sha256 } of rows) {
    const plain = await vault.read({ kind: kind as FileKind, id }).catch(() => undefined);
    if (plain === undefined) faults.push(`the ${kind} ${id} is missing or does not open`);
    else if (createHash('sha256').update(plain).digest('hex') !== sha256)
      faults.push(`the ${kind} ${id} holds other bytes`);
  }
  return faults;
}

/** Files on the disk that anybody could read, and files where none should be. */
async function findPlainFiles(folder: string, vault: FileVault): Promise<string[]> {
  const faults: string[] = [];
  const { pathOf } = deriveFolders(dataPaths(folder).files);
  for (const name of await readdir(folder))
    if (!ownNames.test(name)) faults.push(`"${name}" is left in the data folder`);
  for (const name of await readdir(vault.temporaryFolder)) faults.push(`"${name}" is left in the temporary folder`);
  for await (const ref of vault.list()) {
    const handle = await open(pathOf(ref));
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    await handle.close();
    if (buffer.toString('latin1') !== sealMark) faults.push(`the ${ref.kind} ${ref.id} is not sealed`);
  }
  return faults;
}

/** Photos that are stuck, were screened twice or not at all, or left without a clear verdict or an approval. */
async function findLostPhotos(database: Database): Promise<string[]> {
  const photos = await database.selectFrom('photos').select(['id', 'state']).execute();
  const events = await database
    .selectFrom('auditEvents')
    .select(['action', 'subjectId'])
    .where('action', 'in', ['photo/screened', 'release/made'])
    .execute();
  const screened = new Map<string, number>();
  for (const { action, subjectId } of events) {
    if (action === 'photo/screened') screened.set(subjectId, (screened.get(subjectId) ?? 0) + 1);
  }
  const stuck = photos.filter(({ state }) => state === 'received' || state === 'screening');
  const others = photos.filter(({ id }) => screened.get(id) !== 1);
  return [
    ...stuck.map(({ id, state }) => `photo ${id} is stuck as ${state}`),
    ...others.map(({ id }) => `photo ${id} was screened ${screened.get(id) ?? 0} times`),
  ];
}

async function findWrongReleases(database: Database): Promise<string[]> {
  const releases = await database
    .selectFrom('releases')
    .leftJoin('photos', 'photos.id', 'releases.photoId')
    .leftJoin('decisions', 'decisions.id', 'releases.decisionId')
    .leftJoin('verdicts', 'verdicts.id', 'releases.verdictId')
    .select(['releases.id', 'releases.photoId', 'releases.channelId', 'releases.takenDownAt', 'photos.state'])
    .select(['decisions.decision', 'decisions.undoneAt', 'verdicts.verdict'])
    .execute();
  const made = await database
    .selectFrom('auditEvents')
    .select('subjectId')
    .where('action', '=', 'release/made')
    .execute();
  const standing = new Set<string>();
  const faults: string[] = [];
  for (const one of releases) {
    const key = `${one.photoId}/${one.channelId}`;
    if (one.takenDownAt === null && standing.has(key)) faults.push(`photo ${one.photoId} was released twice`);
    standing.add(key);
    const isApproved = one.decision === 'approve' && one.undoneAt === null;
    if (!isApproved && one.verdict !== 'clear')
      faults.push(`release ${one.id} has neither a clear verdict nor an approval`);
    if (!['released', 'takedown-due', 'taken-down'].includes(one.state ?? '')) {
      faults.push(`release ${one.id} is of a photo that is ${one.state}`);
    }
  }
  if (made.length !== releases.length) faults.push(`${releases.length} releases, but ${made.length} in the audit log`);
  return faults;
}

/** What is wrong with a database by itself. */
export async function findDamage(store: Store): Promise<string[]> {
  const audit = await verifyAudit(store.database);
  return [...store.findDamage(), ...(audit.whole ? [] : [`the audit log is broken at ${audit.seq}: ${audit.why}`])];
}

/** Everything that must hold of a data folder whose service has nothing left to do. */
export async function findFaults(folder: string): Promise<string[]> {
  return await inside(folder, async ({ store, vault }) => [
    ...(await findDamage(store)),
    ...(await findBadFiles(store.database, vault)),
    ...(await findPlainFiles(folder, vault)),
    ...(await findLostPhotos(store.database)),
    ...(await findWrongReleases(store.database)),
  ]);
}

/** Sealed files that no row knows: a kill came between the file and its row. They go at a later start. */
export async function listOrphans(folder: string): Promise<string[]> {
  return await inside(folder, async ({ store, vault }) => {
    const rows = await store.database.selectFrom('files').select('id').where('erasedAt', 'is', null).execute();
    const known = new Set(rows.map(({ id }) => id));
    const { pathOf } = deriveFolders(dataPaths(folder).files);
    const found: string[] = [];
    for await (const ref of vault.list()) if (!known.has(ref.id)) found.push(path.resolve(pathOf(ref)));
    return found;
  });
}
