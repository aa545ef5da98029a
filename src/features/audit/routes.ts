import { Readable } from 'node:stream';
import { auditEndpoints } from '../../contract/audit.ts';
import { route, type Route } from '../../http/route.ts';
import { isoToday } from '../../lib/clock.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { verifyAudit } from '../../store/verify-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';
import type { AuditParts } from './parts.ts';

/** Reading, verifying and exporting the audit log; looking is itself recorded. */
export function auditRoutes(parts: AuditParts): readonly Route[] {
  const { database, clock } = parts;
  const subject = { kind: 'audit', id: 'all' } as const;
  return [
    route(auditEndpoints.list, ({ query }) => listAudit(parts, query)),
    route(auditEndpoints.verify, async ({ person, body }) => {
      const result = await verifyAudit(database, body.noted);
      const detail = { whole: result.whole };
      await withTransaction(database, (trx) =>
        recordAudit(trx, clock, { actor: person.accountId, action: 'audit/verified', subject, detail }),
      );
      return result.whole
        ? { whole: true, head: result.head, broken: null }
        : { whole: false, head: null, broken: { seq: result.seq, why: result.why } };
    }),
    route(auditEndpoints.export, async ({ person }) => {
      await withTransaction(database, (trx) =>
        recordAudit(trx, clock, { actor: person.accountId, action: 'audit/exported', subject }),
      );
      return {
        mediaType: 'application/x-ndjson',
        content: Readable.from(exportAudit(database)),
        fileName: `photoward-audit-${isoToday(clock)}.ndjson`,
      };
    }),
  ];
}
