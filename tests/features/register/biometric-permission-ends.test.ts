import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { recordLeaving } from '../../../src/features/register/change-pupil.ts';
import { runRetention } from '../../../src/features/retention/run-retention.ts';
import { isoToday } from '../../../src/lib/clock.ts';
import { enrolledSchool, type School, galleryOf } from './enrolled-world.ts';

/** What must be gone: the template as it was sealed and as it was in the clear, the photo as it was and as it was sealed. */
async function traces({ database, vault, sealer, folder }: School) {
  const template = await database.selectFrom('faceTemplates').selectAll().executeTakeFirstOrThrow();
  const photo = await database
    .selectFrom('referencePhotos')
    .selectAll()
    .where('purpose', '=', 'enrolment')
    .executeTakeFirstOrThrow();
  const sealed = Buffer.from(template.sealedVector);
  const plain = sealer.open(`template/${template.id}`, sealed);
  const picture = await vault.read({ kind: 'enrolment', id: photo.fileId });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const file = files.find((name) => path.basename(name) === photo.fileId)!;
  const sealedPicture = readFileSync(path.join(folder, file));
  const middle = (bytes: Buffer): Buffer => bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 64);
  return {
    ids: { template: template.id, photo: photo.id, file: photo.fileId },
    bytes: {
      sealed: middle(sealed),
      plain: middle(plain),
      picture: middle(picture),
      sealedPicture: middle(sealedPicture),
    },
  };
}

// prettier-ignore

/** Every file below the folder that holds one of these, by name. */
function filesHolding(folder: string, needles: Readonly<Record<string, Buffer>>): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'upload')
    .flatMap((entry) => {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      return Object.entries(needles).flatMap(([name, needle]) =>
        bytes.includes(needle) ? [`${entry.name}: ${name}`] : [],
      );
    });
}

/** Every table that holds one of these ids, in any column. */
async function tablesHolding({ database }: School, ids: readonly string[]): Promise<string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(database);
  const holding: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await sql`select * from ${sql.table(name)}`.execute(database);
    if (ids.some((id) => JSON.stringify(rows.rows).includes(id))) holding.push(name);
  }
  return holding.sort();
}

/** Who can be compared today. */
async function comparable(school: School): Promise<readonly string[]> {
  return [...((await galleryOf(school))?.keys() ?? [])];
}

/** On the last day everything is as before; on the next nobody is compared, and the nightly run erases. */
async function leaveLater(school: School): Promise<void> {
  const { parts, actor, pupilId, clock } = school;
  await recordLeaving(parts, actor, pupilId, { leftOn: '2026-03-05', version: 1 });
  clock.advance(3 * 86_400_000);
  expect([isoToday(clock), await comparable(school)]).toEqual(['2026-03-05', [pupilId]]);
  const run = { dryRun: false, startedBy: null };
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 0 });
  clock.advance(86_400_000);
  expect(await comparable(school)).toEqual([]);
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 1 });
}

it('ends with childhood: from the 18th birthday on nobody is compared, and the nightly run erases', async () => {
  const school = await enrolledSchool();
  const { parts, database, pupilId, clock } = school;
  await database.updateTable('pupils').set({ dateOfBirth: '2008-03-05' }).where('id', '=', pupilId).execute();
  const gone = await traces(school);
  const run = { dryRun: false, startedBy: null };
  clock.set('2026-03-04T23:00:00.000Z');
  expect(await comparable(school)).toEqual([pupilId]);
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 0 });
  clock.set('2026-03-05T00:30:00.000Z');
  expect(await comparable(school)).toEqual([]);
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 1 });
  expect(filesHolding(school.folder, gone.bytes)).toEqual([]);
});

describe('the end of a biometric permission', () => {
  it.each([
    ['a parent withdraws', (school: School) => school.record('withdrawn', school.parent)],
    ['the pupil objects', (school: School) => school.record('pupil-objected', null)],
    [
      'the pupil leaves',
      (school: School) =>
        recordLeaving(school.parts, school.actor, school.pupilId, { leftOn: '2026-03-01', version: 1 }),
    ],
    ['the last day comes that was recorded ahead', leaveLater],
  ])('destroys template and reference photo at once, in every table and every file: %s', async (_name, end) => {
    const school = await enrolledSchool();
    const { ids, bytes } = await traces(school);
    // The search finds what is there, so that finding nothing afterwards means something.
    expect(filesHolding(school.folder, bytes).map((hit) => hit.split(': ')[1])).toEqual(
      expect.arrayContaining(['sealed', 'sealedPicture']),
    );
    expect(await tablesHolding(school, Object.values(ids))).toContain('face_templates');
    await end(school);
    expect(filesHolding(school.folder, bytes)).toEqual([]);
    expect(filesHolding(path.join(school.folder, 'files'), bytes)).toEqual([]);
    // What stays is the record that it was there and is gone: ids alone, in the audit log and the list of files.
    expect(await tablesHolding(school, Object.values(ids))).toEqual(['audit_events', 'files']);
    const file = await school.database.selectFrom('files').selectAll().where('id', '=', ids.file).executeTakeFirst();
    expect(file?.erasedAt).not.toBeNull();
    const left = [];
    for await (const { kind } of school.vault.list()) left.push(kind);
    expect(left).toEqual(['portrait']);
    expect(readdirSync(school.vault.temporaryFolder)).toEqual([]);
  });
});
