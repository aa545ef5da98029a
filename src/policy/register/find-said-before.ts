import { noEnd } from './consents-from-record.ts';
import { latestAnswer } from './latest-answer.ts';
import type { ListedAnswer } from './read-consent-list.ts';
import { nameKey, whoAnswered } from './who-answered.ts';
import { withoutForestalled } from './without-forestalled.ts';

/** An answer on record that counts. */
export interface KnownAnswer {
  readonly id: string;
  readonly pupilId: string;
  readonly channelId: string | null;
  readonly answer: ListedAnswer['answer'];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly guardianId: string | null;
  readonly givenBy: string;
  readonly recordedAt: string;
}

/** What an answer would be on record: said before, by which answer; or new, and perhaps in the place of a "no". */
export interface SaidBefore {
  readonly repeats: KnownAnswer | null;
  /** The same person's "no" that a new permission would end. */
  readonly ends: 'refused' | 'withdrawn' | null;
}

/** Stands for a channel of which nothing is said by itself. */
const anyOther = '*';

/** The answer of one person in force on a channel on a day; of two for one channel and day, the later recorded replaces. */
function inForce(own: readonly KnownAnswer[], channelId: string, day: string): KnownAnswer | undefined {
  const started = own.filter((one) => one.validFrom <= day && (one.channelId === null || one.channelId === channelId));
  const kept = new Map(started.map((one) => [`${one.channelId ?? ''} ${one.validFrom}`, one]));
  if (kept.size === 0) return undefined;
  return latestAnswer([...kept.values()].map((one) => ({ from: one.validFrom, status: one.answer, one }))).one;
}

/** What one person's answers are on every channel that an answer is about, the most general last. */
function standing(answer: ListedAnswer, own: readonly KnownAnswer[]): (KnownAnswer | undefined)[] {
  const named = own.flatMap(({ channelId }) => (channelId === null ? [] : [channelId]));
  const channels = answer.channelId === null ? [...new Set(named), anyOther] : [answer.channelId];
  return channels.map((channel) => inForce(own, channel, answer.validFrom));
}

/**
 * Whether an answer says what is on record of the same person already, so that recording it would change nothing on any
 * day. A "no" is said before only where one is in force wherever it is about: an older one that a later "yes" has ended
 * is not. A "yes" is said before also where a later "no" has ended it, because a list that goes on saying it is no news.
 * `own`: what is on record of the pupil, in the order recorded. A list knows people by their names alone: what the one
 * guardian on record of that name has said counts as theirs, unless lists have said something of them. Pure.
 */
export function findSaidBefore(answer: ListedAnswer, own: readonly KnownAnswer[]): SaidBefore {
  const until = answer.validUntil ?? noEnd;
  const isSame = (one: KnownAnswer | undefined): one is KnownAnswer =>
    one?.answer === answer.answer && one.validUntil === until;
  const key = nameKey(answer.givenBy);
  const named = own.filter(({ givenBy }) => nameKey(givenBy) === key);
  const counting = withoutForestalled(named, whoAnswered);
  const of = (who: string): (KnownAnswer | undefined)[] =>
    standing(
      answer,
      counting.filter((one) => whoAnswered(one) === who),
    );
  const ofName = of(key);
  const guardians = [...new Set(named.flatMap(({ guardianId }) => guardianId ?? []))];
  const hasOwn = ofName.some((one) => one !== undefined);
  // Of two guardians with one name nobody knows which one the list means.
  const counted = !hasOwn && guardians.length === 1 ? of(guardians[0]!) : ofName;
  const repeated = counted.every(isSame) ? counted.at(-1) : undefined;
  if (answer.answer !== 'permitted') {
    // Whoever says "no" again after they said "yes" from a later day on has news.
    const isAwaited = counting.some((one) => one.answer === 'permitted' && one.validFrom > answer.validFrom);
    return { repeats: isAwaited ? null : (repeated ?? null), ends: null };
  }
  const last = latestPermission(answer, named);
  const repeats = repeated ?? (isSame(last) ? last : null);
  const ended = ofName.flatMap((one) => (one === undefined || one.answer === 'permitted' ? [] : [one.answer]));
  return { repeats, ends: repeats === null ? (ended[0] ?? null) : null };
}

/** The last thing a name has said for exactly this channel, or for every channel. */
function latestPermission(answer: ListedAnswer, named: readonly KnownAnswer[]): KnownAnswer | undefined {
  const same = named.filter((one) => one.channelId === answer.channelId && one.validFrom <= answer.validFrom);
  return same.reduce<KnownAnswer | undefined>(
    (best, next) => (best === undefined || next.validFrom >= best.validFrom ? next : best),
    undefined,
  );
}
