import { isoToday } from '../../lib/clock.ts';
import { groupBy } from '../../policy/group-by.ts';
import { noEnd } from '../../policy/register/consents-from-record.ts';
import { heldBackOn } from '../../policy/register/held-back-on.ts';
import { nameOnRecord } from '../../policy/register/name-on-record.ts';
import type { RegisterParts } from './parts.ts';
import type { StoredPupil } from './store.ts';

/** The lists that said each answer again, by the answer, the newest first. */
async function readSaidAgain({ database }: Pick<RegisterParts, 'database'>, pupilId: string) {
  const rows = await database
    .selectFrom('answersSaidAgain')
    .innerJoin('imports', 'imports.id', 'answersSaidAgain.importId')
    .select(['consentId', 'importId', 'imports.appliedAt'])
    .where('pupilId', '=', pupilId)
    .orderBy('answersSaidAgain.id', 'desc')
    .execute();
  return groupBy(rows, ({ consentId }) => consentId);
}

/** Everything ever answered for a pupil, the newest first, with the scans of forms by their files. */
export async function readAnswerHistory(
  parts: Pick<RegisterParts, 'database' | 'clock'>,
  pupil: StoredPupil,
  documents: ReadonlyMap<string, string>,
) {
  const { database, clock } = parts;
  const { id: pupilId, dateOfBirth } = pupil;
  const saidAgain = await readSaidAgain(parts, pupilId);
  const rows = await database
    .selectFrom('consents')
    .leftJoin('accounts', 'accounts.id', 'consents.recordedBy')
    .selectAll('consents')
    .select('accounts.displayName')
    .where('pupilId', '=', pupilId)
    .orderBy('consents.id', 'desc')
    .execute();
  const asked = { name: nameOnRecord(pupil), ...(dateOfBirth !== null && { dateOfBirth }) };
  const counting = rows.filter(({ retractedAt }) => retractedAt === null).reverse();
  const heldBack = heldBackOn(counting, asked, isoToday(clock));
  return rows.map((row) => ({
    id: row.id,
    channelId: row.channelId,
    answer: row.answer,
    basis: row.basis,
    validFrom: row.validFrom,
    validUntil: row.validUntil === noEnd ? null : row.validUntil,
    guardianId: row.guardianId,
    givenBy: row.givenBy,
    method: row.method,
    evidenceReference: row.evidenceReference,
    documentId: documents.get(row.evidenceFileId ?? '') ?? null,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy === null ? null : { id: row.recordedBy, displayName: row.displayName ?? '' },
    retractedAt: row.retractedAt,
    heldBackOn: [...(heldBack.get(row) ?? [])],
    importId: row.importId,
    saidAgain: (saidAgain.get(row.id) ?? []).map(({ importId, appliedAt }) => ({ importId, at: appliedAt! })),
  }));
}
