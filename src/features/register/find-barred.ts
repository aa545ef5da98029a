import { isoToday, type Clock } from '../../lib/clock.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { computeRegister } from '../../policy/register/compute-register.ts';
import type { Queryable } from '../../store/database.ts';
import { openChannelIds } from './store.ts';

/** Of everybody on record: the open channels they may not appear on today. */
export async function findBarred(database: Queryable, clock: Clock): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const today = isoToday(clock);
  const record = await readRegister(database, today);
  const open = new Set(await openChannelIds(database));
  const barred = new Map(record.pupils.map(({ id }) => [id, new Set<string>()]));
  for (const { pupil, channels } of computeRegister(record, today)) {
    for (const channel of channels) if (open.has(channel)) barred.get(pupil.id)?.add(channel);
  }
  return barred;
}
