import type { OperationsParts } from './parts.ts';

const weekMs = 7 * 86_400_000;
const shown = 10;

/** The last backups, and whether the newest is at most a week old. */
export async function readBackups({ database, clock }: Pick<OperationsParts, 'database' | 'clock'>) {
  const backups = await database
    .selectFrom('backups')
    .select(['id', 'fileName', 'bytes', 'sha256', 'madeAt'])
    .orderBy('madeAt', 'desc')
    .limit(shown)
    .execute();
  const newest = backups[0];
  if (newest === undefined) return { state: 'never' as const, backups };
  const isOld = clock.now().getTime() - Date.parse(newest.madeAt) > weekMs;
  return { state: isOld ? ('old' as const) : ('fresh' as const), backups };
}
