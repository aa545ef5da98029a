import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import type { Queryable } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { SetupParts } from './parts.ts';

export interface SchoolDetails {
  readonly name: string;
  readonly urn: string | null;
  readonly address: string | null;
  readonly websiteUrl: string | null;
  readonly policyUrl: string | null;
  readonly dataProtectionContact: string | null;
  readonly safeguardingContact: string | null;
  readonly complaintsContact: string | null;
  readonly language: 'en' | 'cy';
}

/** The school's details. Throws `wrong-state` before it is set up. */
export async function readSchool(database: Queryable): Promise<SchoolDetails> {
  const row = await database.selectFrom('school').selectAll().executeTakeFirst();
  if (row === undefined) throw new AppError('wrong-state', { detail: 'the school is not set up' });
  const { name, urn, address, websiteUrl, policyUrl } = row;
  const { dataProtectionContact, safeguardingContact, complaintsContact } = row;
  const language = row.language === 'cy' ? 'cy' : 'en';
  return {
    ...{ name, urn, address, websiteUrl, policyUrl },
    ...{ dataProtectionContact, safeguardingContact, complaintsContact, language },
  };
}

/** Replace the school's details. */
export async function changeSchool(parts: SetupParts, adminId: string, details: SchoolDetails): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    await readSchool(trx);
    await trx
      .updateTable('school')
      .set({ ...details, updatedAt: isoNow(parts.clock) })
      .execute();
    const subject = { kind: 'school', id: '1' } as const;
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'school/changed', subject });
  });
}
