import { auditActions } from '../../store/audit-actions.ts';
import type { Database } from '../../store/database.ts';
import type { AuditDetail } from '../../store/record-audit.ts';

export interface AuditFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
}

/** One page of the log, the newest first, with the actors' names as they are now. */
export async function listAudit(database: Database, filter: AuditFilter) {
  let query = database
    .selectFrom('auditEvents')
    .leftJoin('accounts', 'accounts.id', 'auditEvents.actor')
    .selectAll('auditEvents')
    .select('accounts.displayName')
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1);
  const before = Number(filter.after);
  if (filter.after !== undefined && Number.isSafeInteger(before)) query = query.where('seq', '<', before);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.subject !== undefined) query = query.where('subjectId', '=', filter.subject);
  const rows = await query.execute();
  const page = rows.slice(0, filter.limit);
  return {
    items: page.map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: { id: row.actor, displayName: row.displayName ?? 'Photoward' },
      action: row.action,
      sentence: sentenceOf(row.action),
      subject: { kind: row.subjectKind, id: row.subjectId },
      detail: plainDetail(JSON.parse(row.detailJson) as AuditDetail),
    })),
    next: rows.length > filter.limit ? String(page.at(-1)!.seq) : null,
  };
}

/** An action of an older version may have left the list; its own name still says enough. */
function sentenceOf(action: string): string {
  const sentences: Readonly<Record<string, string>> = auditActions;
  return sentences[action] ?? action;
}

function plainDetail(detail: AuditDetail): Record<string, string | number | boolean | null | string[]> {
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, isList(value) ? [...value] : value]));
}

function isList(value: AuditDetail[string]): value is readonly string[] {
  return Array.isArray(value);
}
