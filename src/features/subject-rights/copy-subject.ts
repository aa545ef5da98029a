import { streamZip } from '../../files/stream-zip.ts';
import type { FileAnswer } from '../../http/route.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import type { Queryable } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { collectSubject } from './collect-subject.ts';
import { findPublished, findPupilFiles } from './find-pupil-files.ts';
import type { KeptFile, SubjectRightsParts } from './parts.ts';

const readFirst = `Read all of this before you hand any of it over.

It is everything Photoward holds about one pupil, for the person who answers their request. It names other people, too:
guardians and what they answered, staff, whoever reported something or was told, and other children in pictures. What
would tell the pupil or a parent something about somebody else, or put anybody in danger, is yours to leave out.
`;

/**
 * Everything held on a pupil as a ZIP: one JSON file, the sealed files opened, and the pictures published of them. Throws
 * `not-found`.
 */
export async function copySubject(parts: SubjectRightsParts, actor: string, pupilId: string): Promise<FileAnswer> {
  const { database, vault, sealer, clock } = parts;
  const everything = await collectSubject(database, sealer, pupilId);
  if (everything === undefined) throw new AppError('not-found');
  const files = [...(await findPupilFiles(database, pupilId)), ...(await findPublished(database, pupilId))];
  const endingOf = await findEndings(database, files);
  await withTransaction(database, (trx) =>
    recordAudit(trx, clock, {
      ...{ actor, action: 'pupil/read-for-subject-access', detail: { files: files.length } },
      subject: { kind: 'pupil', id: pupilId },
    }),
  );
  const content = streamZip([
    { name: 'read-me-first.txt', content: Buffer.from(readFirst) },
    {
      name: 'everything.json',
      content: Buffer.from(JSON.stringify({ madeAt: clock.now(), ...everything }, null, 2)),
    },
    ...files.map((file) => ({
      name: `files/${file.kind}-${file.id}${endingOf(file)}`,
      content: () => vault.readStream(file),
    })),
  ]);
  return {
    mediaType: 'application/zip',
    content,
    fileName: `subject-access-${isoToday(clock)}.zip`,
  };
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/pdf': '.pdf',
};

/** What the names of files end in, so that they open on any computer. */
async function findEndings(database: Queryable, files: readonly KeptFile[]): Promise<(file: KeptFile) => string> {
  const rows = await database
    .selectFrom('files')
    .select(['id', 'mediaType'])
    .where('id', 'in', files.length === 0 ? [''] : files.map(({ id }) => id))
    .execute();
  const byId = new Map(rows.map(({ id, mediaType }) => [id, endings[mediaType] ?? '']));
  return ({ id }) => byId.get(id) ?? '';
}
