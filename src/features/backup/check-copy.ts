import { AppError } from '../../lib/app-error.ts';
import { latestSchema, schemaOf } from '../../store/migrate.ts';
import type { Store } from '../../store/open-store.ts';
import { verifyAudit, type AuditHead } from '../../store/verify-audit.ts';

/**
 * Whether a copy of the database is worth keeping: whole, its audit log unbroken, and of a schema this version knows.
 * Throws `database-damaged`, `audit-broken` or `schema-newer`.
 */
export async function checkCopy(copy: Store): Promise<{ readonly auditHead: AuditHead; readonly schema: number }> {
  const [damage] = copy.findDamage();
  if (damage !== undefined) throw new AppError('database-damaged', { detail: damage });
  const schema = await schemaOf(copy.database);
  if (schema > latestSchema)
    throw new AppError('schema-newer', { detail: `database ${schema}, program ${latestSchema}` });
  const audit = await verifyAudit(copy.database);
  if (!audit.whole) throw new AppError('audit-broken', { detail: `event ${audit.seq}, ${audit.why}` });
  return { auditHead: audit.head, schema };
}
