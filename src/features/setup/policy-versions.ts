import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { AppError } from '../../lib/app-error.ts';
import type { HandlingPolicy } from '../../policy/words/handling-policy.ts';
import type { SchoolPolicy } from '../../policy/words/school-policy.ts';
import { storedHandlingPolicy } from '../../policy/words/stored-handling-policy.ts';
import type { Queryable } from '../../store/database.ts';
import { insertPolicyVersion } from '../../store/insert-policy-version.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { SetupParts } from './parts.ts';

/** What an administrator changes; the version and the devices are not theirs to type. */
export type PolicyRules = Omit<SchoolPolicy, 'version' | 'devices'>;

/** Every version, the newest first. */
export async function listPolicyVersions(database: Queryable) {
  const rows = await database
    .selectFrom('policyVersions')
    .leftJoin('accounts', 'accounts.id', 'policyVersions.createdBy')
    .selectAll('policyVersions')
    .select('accounts.displayName')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => {
    const handling = storedHandlingPolicy(row.handlingJson);
    const { match, faces, prominence, attire, text, copyrightHolders } = JSON.parse(row.policyJson) as SchoolPolicy;
    return {
      id: row.id,
      number: row.number,
      rules: { match, faces, prominence, attire, text, copyrightHolders: [...copyrightHolders] },
      handling: { ...handling, uploadQuestions: [...handling.uploadQuestions] },
      reason: row.reason,
      createdAt: row.createdAt,
      createdBy: row.createdBy === null ? null : { id: row.createdBy, displayName: row.displayName ?? '' },
    };
  });
}

/** The version in force. */
export async function readPolicy(database: Queryable) {
  const [newest] = await listPolicyVersions(database);
  if (newest === undefined) throw new AppError('wrong-state', { detail: 'the school is not set up' });
  return newest;
}

export interface NewPolicyVersion {
  /** The number of the version the person looked at. */
  readonly basedOn: number;
  readonly rules: PolicyRules;
  readonly handling: HandlingPolicy;
  readonly reason: string;
}

/**
 * Make a new version; every photo is then judged again by it, released ones too. Throws `changed-meanwhile` when somebody else made one first, and `invalid-input` when "possible"
 * lies above "likely".
 */
export async function addPolicyVersion(
  parts: SetupParts,
  personId: string,
  version: NewPolicyVersion,
): Promise<{ readonly number: number }> {
  const { match } = version.rules;
  if (match.possible > match.likely) {
    const message = 'must not be above rules.match.likely';
    throw new AppError('invalid-input', { fields: [{ path: 'rules.match.possible', message }] });
  }
  return await withTransaction(parts.database, async (trx) => {
    const current = await readCurrentPolicy(trx);
    if (current.number !== version.basedOn) throw new AppError('changed-meanwhile');
    const { id, number } = await insertPolicyVersion(trx, parts.clock, {
      policy: { ...version.rules, version: '', devices: [] },
      handling: version.handling,
      reason: version.reason,
      createdBy: personId,
    });
    const subject = { kind: 'policy', id } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'policy/changed', subject, detail: { number } });
    await enqueueRegisterChanged(trx, parts.clock, null);
    return { number };
  });
}
