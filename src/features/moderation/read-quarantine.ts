import type { Finding } from '../../policy/words/finding.ts';
import type { ModerationParts } from './parts.ts';

/** Photos in quarantine, the oldest first: facts and reasons, no picture. For the safeguarding lead. */
export async function readQuarantine({ database }: Pick<ModerationParts, 'database'>) {
  const rows = await database
    .selectFrom('quarantines')
    .innerJoin('photos', 'photos.id', 'quarantines.photoId')
    .innerJoin('batches', 'batches.id', 'photos.batchId')
    .innerJoin('accounts', 'accounts.id', 'photos.uploadedBy')
    .leftJoin('verdicts', 'verdicts.id', 'photos.currentVerdictId')
    .select(['photos.id', 'photos.version', 'batches.title', 'accounts.displayName', 'quarantines.openedAt'])
    .select('verdicts.findingsJson')
    .where('quarantines.closedAt', 'is', null)
    .orderBy('quarantines.id')
    .execute();
  const reasonsOf = (json: string | null): string[] =>
    (JSON.parse(json ?? '[]') as readonly Finding[])
      .filter((finding) => finding.severity === 'block')
      .map((finding) => finding.reason);
  const photos = rows.map((row) => ({
    ...{ photoId: row.id, batchTitle: row.title, uploadedBy: row.displayName, openedAt: row.openedAt },
    ...{ reasons: reasonsOf(row.findingsJson), version: row.version },
  }));
  return { photos };
}
