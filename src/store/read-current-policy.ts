import { AppError } from '../lib/app-error.ts';
import type { HandlingPolicy } from '../policy/words/handling-policy.ts';
import type { SchoolPolicy } from '../policy/words/school-policy.ts';
import { storedHandlingPolicy } from '../policy/words/stored-handling-policy.ts';
import type { Queryable } from './database.ts';

export interface CurrentPolicy {
  /** The row's id, for `verdicts.policyVersionId`. */
  readonly id: string;
  readonly number: number;
  /** With the school's devices as they are now. */
  readonly policy: SchoolPolicy;
  readonly handling: HandlingPolicy;
}

/** The newest policy version. Throws `wrong-state` before the school is set up. */
export async function readCurrentPolicy(database: Queryable): Promise<CurrentPolicy> {
  const row = await database
    .selectFrom('policyVersions')
    .select(['id', 'number', 'policyJson', 'handlingJson'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('wrong-state', { detail: 'the school is not set up' });
  const devices = await database
    .selectFrom('schoolDevices')
    .select(['make', 'model', 'serial'])
    .where('retiredAt', 'is', null)
    .orderBy('id')
    .execute();
  const policy = JSON.parse(row.policyJson) as SchoolPolicy;
  return {
    id: row.id,
    number: row.number,
    policy: {
      ...policy,
      devices: devices.map(({ make, model, serial }) => (serial === null ? { make, model } : { make, model, serial })),
    },
    handling: storedHandlingPolicy(row.handlingJson),
  };
}
