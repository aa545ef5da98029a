import { computeRegister } from '../policy/register/compute-register.ts';
import type { RegisterEntry } from '../policy/words/people.ts';
import type { Queryable } from '../store/database.ts';
import { readRegisterRevision } from '../store/read-register-revision.ts';
import type { RollFacts } from './roll-facts.ts';
import { readRegister, type RegisterRecord } from './read-register.ts';

/** Everybody on record and who of them may not appear, on one ISO day. Shared by many: never changed. */
export interface SchoolOnDay {
  readonly day: string;
  readonly record: RegisterRecord;
  /** Of everybody on record. */
  readonly register: readonly RegisterEntry[];
  /** What `rollFacts` made of it, by what it was made from. */
  readonly made: Map<string, RollFacts>;
}

/** The last one read. Its revision belongs to one state of one database, so it can be mistaken for no other. */
let kept: { readonly revision: string; readonly school: SchoolOnDay } | undefined;

/**
 * The school on an ISO day, as the database has it at this moment. Reading a whole school and computing its register
 * costs more than judging a photo, so what was read last is given again, but only while the database says that nothing
 * of it has changed.
 */
export async function readSchoolOnDay(database: Queryable, day: string): Promise<SchoolOnDay> {
  const revision = await readRegisterRevision(database);
  if (kept?.revision === revision && kept.school.day === day) return kept.school;
  const record = await readRegister(database, day);
  // Outside a transaction somebody may have written between two of the reads. What is read then was never so at any
  // moment: an answer of before a refusal, say, without the restriction that stood until after it.
  if ((await readRegisterRevision(database)) !== revision) return await readSchoolOnDay(database, day);
  const school: SchoolOnDay = { day, record, register: computeRegister(record, day), made: new Map() };
  kept = { revision, school };
  return school;
}
