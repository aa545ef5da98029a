import { isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { HandlingPolicy } from '../policy/words/handling-policy.ts';
import type { SchoolPolicy } from '../policy/words/school-policy.ts';
import type { Trx } from './database.ts';

/**
 * Add a policy version; it is the current one from now on. The policy's own `version` becomes the row's number, so that
 * every verdict cites it. Returns the row's id.
 */
export async function insertPolicyVersion(
  trx: Trx,
  clock: Clock,
  version: {
    readonly policy: SchoolPolicy;
    readonly handling: HandlingPolicy;
    readonly reason: string;
    readonly createdBy: string | null;
  },
): Promise<{ readonly id: string; readonly number: number }> {
  const last = await trx
    .selectFrom('policyVersions')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const [id, number] = [newId(), (last?.number ?? 0) + 1];
  await trx
    .insertInto('policyVersions')
    .values({
      id,
      number,
      policyJson: JSON.stringify({ ...version.policy, version: String(number) }),
      handlingJson: JSON.stringify(version.handling),
      reason: version.reason,
      createdAt: isoNow(clock),
      createdBy: version.createdBy,
    })
    .execute();
  return { id, number };
}
