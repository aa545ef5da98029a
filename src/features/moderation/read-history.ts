import type { z } from 'zod';
import type { reasonCode } from '../../contract/photo-under-review.ts';
import { auditActions } from '../../store/audit-actions.ts';
import type { Queryable } from '../../store/database.ts';

/** Who did what with a photo, the oldest first. A decision says what was decided and why, also one that was taken back. */
export async function readHistory(database: Queryable, photoId: string) {
  const events = await database
    .selectFrom('auditEvents')
    .leftJoin('accounts', 'accounts.id', 'auditEvents.actor')
    .select(['at', 'action', 'accounts.displayName'])
    .where('subjectKind', '=', 'photo')
    .where('subjectId', '=', photoId)
    .orderBy('seq')
    .execute();
  const decisions = await readDecisions(database, photoId);
  const sentences: Readonly<Record<string, string>> = auditActions;
  // Each decision is written with its event in one transaction, so they come in the same order.
  let decided = 0;
  return events.map(({ at, action, displayName }) => ({
    ...{ at, who: displayName ?? 'Photoward', what: sentences[action] ?? action },
    decision: action === 'photo/decided' ? (decisions[decided++] ?? null) : null,
  }));
}

async function readDecisions(database: Queryable, photoId: string) {
  const rows = await database
    .selectFrom('decisions')
    .select(['decision', 'reasonCode', 'reasonNote'])
    .where('photoId', '=', photoId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    decision: row.decision,
    reasonCode: row.reasonCode as z.infer<typeof reasonCode>,
    note: row.reasonNote,
  }));
}
