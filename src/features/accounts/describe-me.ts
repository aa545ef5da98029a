import type { z } from 'zod';
import type { me } from '../../contract/sign-in.ts';
import type { Queryable } from '../../store/database.ts';
import { getActiveAccount, hasSecondFactor, rolesOf } from './store.ts';

/** What the pages may know about the signed-in person. */
export async function describeMe(database: Queryable, accountId: string): Promise<z.infer<typeof me>> {
  const account = await getActiveAccount(database, accountId);
  return {
    id: account.id,
    displayName: account.displayName,
    email: account.email,
    roles: [...(await rolesOf(database, accountId))],
    hasSecondFactor: await hasSecondFactor(database, accountId),
    hasPassword: account.passwordHash !== null,
  };
}
