import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { FileAnswer } from '../../http/route.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { collectSubject } from './collect-subject.ts';
import { findPupilFiles } from './find-pupil-files.ts';
import type { SubjectRightsParts } from './parts.ts';

/** Everything held on a pupil as a ZIP: one JSON file and the sealed files opened. Throws `not-found`. */
export async function copySubject(parts: SubjectRightsParts, actor: string, pupilId: string): Promise<FileAnswer> {
  const { database, vault, sealer, clock } = parts;
  const everything = await collectSubject(database, sealer, pupilId);
  if (everything === undefined) throw new AppError('not-found');
  const files = await findPupilFiles(database, pupilId);
  await withTransaction(database, (trx) =>
    recordAudit(trx, clock, {
      ...{ actor, action: 'pupil/read-for-subject-access', detail: { files: files.length } },
      subject: { kind: 'pupil', id: pupilId },
    }),
  );
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify({ madeAt: clock.now(), ...everything }, null, 2)), 'everything.json');
  for (const file of files)
    zip.addReadStreamLazy(`files/${file.kind}-${file.id}`, (give) => {
      give(null, vault.readStream(file));
    });
  zip.end();
  return {
    mediaType: 'application/zip',
    content: Readable.from(zip.outputStream as AsyncIterable<Buffer>),
    fileName: `subject-access-${isoToday(clock)}.zip`,
  };
}
