import { factsFor } from '../policy/facts-for.ts';
import { standingsOf } from '../policy/register/standings.ts';
import type { Facts } from '../policy/words/rule.ts';
import type { SchoolPolicy } from '../policy/words/school-policy.ts';
import type { Standing } from '../policy/words/standing.ts';
import type { BatchRoll } from './read-roll.ts';
import type { SchoolOnDay } from './read-school-on-day.ts';

/** What a roll and the channels it is bound for mean on a day: all that photos which share them have in common. */
export interface RollFacts {
  /** Without any words: those are the photo's and the batch's own. */
  readonly facts: Facts;
  /** Why everybody on the register of these channels may not appear. */
  readonly standings: readonly Standing[];
}

/** As many batches as moderators have before them at a time; the names of each may take some megabytes. */
const mostKept = 16;

/**
 * The facts of a roll on a day of a school. The same roll and channels give the very same lists, because an index of
 * names is kept as long as the lists it was made from.
 */
export function rollFacts(
  school: SchoolOnDay,
  { pupils, roll }: BatchRoll,
  channelIds: ReadonlySet<string>,
  policy: SchoolPolicy,
): RollFacts {
  const ids = (list: BatchRoll['pupils']): string => list.map(({ id }) => id).join(' ');
  const key = [[...channelIds].sort().join(' '), ids(pupils), roll === null ? '*' : ids(roll)].join('\n');
  const made = school.made.get(key) ?? make(school, { pupils, roll }, channelIds, policy);
  school.made.delete(key);
  school.made.set(key, made);
  if (school.made.size > mostKept) school.made.delete(school.made.keys().next().value!);
  return { ...made, facts: { ...made.facts, policy } };
}

function make(
  { day, record, register: everybody }: SchoolOnDay,
  { pupils, roll }: BatchRoll,
  channelIds: ReadonlySet<string>,
  policy: SchoolPolicy,
): RollFacts {
  const wereHere = new Set(pupils.map(({ id }) => id));
  // Everybody's entries follow from what is recorded of them alone.
  const register = everybody.filter(({ pupil }) => wereHere.has(pupil.id));
  const channels = record.channels.filter(({ id }) => channelIds.has(id));
  return {
    facts: factsFor({ channels, register, pupils, roll, policy }),
    standings: standingsOf(register, channelIds, record.records, day),
  };
}
