import type { Trx } from './database.ts';

/**
 * Of these guardians, those go who are joined to no pupil any more and of whom no answer and no event is on record: nobody
 * could find them again, to use what is known of them or to erase it. Returns how many went.
 */
export async function eraseUnusedGuardians(trx: Trx, guardianIds: readonly string[]): Promise<number> {
  if (guardianIds.length === 0) return 0;
  const { numDeletedRows } = await trx
    .deleteFrom('guardians')
    .where('id', 'in', [...guardianIds])
    .where('id', 'not in', (from) => from.selectFrom('pupilGuardians').select('guardianId'))
    .where('id', 'not in', (from) =>
      from
        .selectFrom('consents')
        .select('guardianId')
        .where('guardianId', 'is not', null)
        .$castTo<{ guardianId: string }>(),
    )
    .where('id', 'not in', (from) =>
      from
        .selectFrom('biometricRecords')
        .select('guardianId')
        .where('guardianId', 'is not', null)
        .$castTo<{ guardianId: string }>(),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
