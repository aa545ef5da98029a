import { factsFor } from '../policy/facts-for.ts';
import { isDoubt } from '../policy/is-doubt.ts';
import { computeRegister } from '../policy/register/compute-register.ts';
import { standingsOf } from '../policy/register/standings.ts';
import type { AnsweredQuestion } from '../policy/words/handling-policy.ts';
import type { RegisterEntry } from '../policy/words/people.ts';
import type { Facts } from '../policy/words/rule.ts';
import type { Standing } from '../policy/words/standing.ts';
import type { Queryable } from '../store/database.ts';
import { getBatch, type Photo } from '../store/find-photo.ts';
import { readCurrentPolicy } from '../store/read-current-policy.ts';
import { readRegister, type RegisterRecord } from './read-register.ts';
import { readRoll } from './read-roll.ts';

/** Everything a verdict depends on besides evidence and answers, as of one day. */
export interface DayFacts {
  readonly facts: Facts;
  readonly record: RegisterRecord;
  /** Why everybody on the register of these channels may not appear. */
  readonly standings: readonly Standing[];
  readonly policyVersionId: string;
}

/** Reads the facts for one photo after another on the same day. */
export type ReadFacts = (photo: Pick<Photo, 'batchId' | 'caption' | 'altText'>) => Promise<DayFacts>;

/**
 * The facts for photos on an ISO day: their batch's channels and roll, the register and the policy of that day. The register
 * and the policy are read once, with the first photo, and what a batch means once for each batch: with a whole school on
 * record that is most of the work of judging.
 */
export function factsReader(database: Queryable, day: string): ReadFacts {
  let school: Promise<School> | undefined;
  const batches = new Map<string, ReturnType<typeof readBatchOf>>();
  return async (photo) => {
    school ??= readSchool(database, day);
    const { record, policyVersionId } = await school;
    const known = batches.get(photo.batchId) ?? readBatchOf(database, photo.batchId, await school, day);
    batches.set(photo.batchId, known);
    const { facts, standings } = await known;
    // The batch's own lists, not copies: what is derived from them is kept as long as they are.
    const caption = [facts.caption, photo.caption].filter((text) => text !== '').join('\n');
    return { facts: { ...facts, caption, altText: photo.altText }, record, standings, policyVersionId };
  };
}

/** The register entries of those who were at the school: everybody's follow from what is recorded of them alone. */
export function entriesOf(register: readonly RegisterEntry[], pupils: readonly { readonly id: string }[]) {
  const wanted = new Set(pupils.map(({ id }) => id));
  return register.filter(({ pupil }) => wanted.has(pupil.id));
}

type School = Awaited<ReturnType<typeof readSchool>>;

async function readSchool(database: Queryable, day: string) {
  const record = await readRegister(database, day);
  const { id: policyVersionId, policy } = await readCurrentPolicy(database);
  return { record, register: computeRegister(record, day), policyVersionId, policy };
}

async function readBatchOf(database: Queryable, batchId: string, school: School, day: string) {
  const batch = await getBatch(database, batchId);
  const bound = await database.selectFrom('batchChannels').select('channelId').where('batchId', '=', batchId).execute();
  const ids = new Set(bound.map(({ channelId }) => channelId));
  const { record, policy } = school;
  const { pupils, roll } = await readRoll(database, batch, record, { day });
  const register = entriesOf(school.register, pupils);
  const channels = record.channels.filter(({ id }) => ids.has(id));
  const { caption } = batch;
  const facts = factsFor({ channels, register, pupils, roll, policy, caption, doubts: doubtsOf(batch.checklistJson) });
  return { facts, standings: standingsOf(register, ids, record.records, day) };
}

function doubtsOf(checklistJson: string): Facts['doubts'] {
  return (JSON.parse(checklistJson) as AnsweredQuestion[]).filter(isDoubt);
}
