import { auditTopics, type AuditTopic } from '../../contract/audit-topics.ts';
import { isoBeginningOf, isoEndOf } from '../../lib/clock.ts';
import { auditActions } from '../../store/audit-actions.ts';
import type { AuditDetail } from '../../store/record-audit.ts';
import type { AuditParts } from './parts.ts';

export interface AuditFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly topic?: AuditTopic | undefined;
  /** The first and the last day, of the school. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** One page of the log, the newest first, with the actors' names as they are now. */
export async function listAudit({ database, clock }: AuditParts, filter: AuditFilter) {
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
  const { topic, from, to } = filter;
  if (topic !== undefined) {
    query = query.where((where) => where.or(auditTopics[topic].map((kind) => where('action', 'like', `${kind}/%`))));
  }
  if (from !== undefined) query = query.where('at', '>=', isoBeginningOf(clock, from));
  if (to !== undefined) query = query.where('at', '<', isoEndOf(clock, to));
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
