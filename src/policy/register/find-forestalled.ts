import { addDays } from '../../lib/school-day.ts';
import { groupBy } from '../group-by.ts';

/** An answer of one person for one pupil, as recorded. */
export interface ForestallableAnswer {
  readonly pupilId: string;
  /** Null: every channel. */
  readonly channelId: string | null;
  readonly answer: 'permitted' | 'refused' | 'withdrawn';
  readonly validFrom: string;
  /** Its last day. */
  readonly validUntil: string;
  /** The moment, as UTC ISO text: as text it is later than its own day, and earlier than the next. */
  readonly recordedAt: string;
}

const isYes = ({ answer }: ForestallableAnswer): boolean => answer === 'permitted';

const covers = ({ channelId }: ForestallableAnswer, other: string | null): boolean =>
  channelId === null || channelId === other;

/**
 * The first day from this one on that none of these covers, each of which was said after the "no" about one channel; null
 * when that is after the last day.
 */
function firstUnlifted(
  no: ForestallableAnswer,
  { day, until }: { readonly day: string; readonly until: string },
  later: readonly ForestallableAnswer[],
): string | null {
  const ends = later.flatMap((one) => {
    // Of two that begin on one day the stricter counts, unless one takes the other's place.
    const isNewer = one.validFrom > no.validFrom || (one.validFrom === no.validFrom && one.channelId === no.channelId);
    const isLifting = isYes(one) && covers(one, no.channelId) && isNewer;
    return isLifting && one.validFrom <= day && one.validUntil >= day ? [one.validUntil] : [];
  });
  const last = ends.sort().at(-1);
  if (last === undefined) return day;
  return last >= until ? null : firstUnlifted(no, { day: addDays(last, 1), until }, later);
}

/** What is left of a "yes" that was recorded before its first day, among all that the same person said, in order. */
function whatIsLeft<Given extends ForestallableAnswer>(yes: Given, all: readonly Given[]): readonly Given[] {
  const { validFrom } = yes;
  const isAfter = (later: Given, earlier: Given): boolean =>
    later.recordedAt === earlier.recordedAt
      ? all.indexOf(later) > all.indexOf(earlier)
      : later.recordedAt > earlier.recordedAt;
  const against = all.filter(
    (no) => !isYes(no) && isAfter(no, yes) && validFrom > no.recordedAt && no.validFrom <= validFrom,
  );
  if (against.some((no) => covers(no, yes.channelId))) return [];
  // For one channel of all that the "yes" is about, the "no" is said anew on the day on which that begins, or on the first
  // after it on which nothing that was said later lifts it.
  const parts = against.flatMap((no) => {
    if (!covers(yes, no.channelId)) return [];
    const later = all.filter((one) => isAfter(one, no));
    const from = firstUnlifted(no, { day: validFrom, until: yes.validUntil }, later);
    return from === null ? [] : [{ ...no, validFrom: from }];
  });
  return [yes, ...parts];
}

/**
 * Of every "yes" that was recorded before its first day what is left of it: itself, with each "no" about one of its channels
 * that the same person said before it had begun, said anew; or nothing. `all` in the order recorded; `whoOf` tells people
 * of one pupil apart.
 */
export function findForestalled<Given extends ForestallableAnswer>(
  all: readonly Given[],
  whoOf: (answer: Given) => string,
): ReadonlyMap<Given, readonly Given[]> {
  const awaited = all.filter((one) => isYes(one) && one.validFrom > one.recordedAt);
  const pupils = new Set(awaited.map(({ pupilId }) => pupilId));
  const personOf = (one: Given): string => `${one.pupilId} ${whoOf(one)}`;
  const persons = groupBy(
    all.filter(({ pupilId }) => pupils.has(pupilId)),
    personOf,
  );
  return new Map(awaited.map((yes) => [yes, whatIsLeft(yes, persons.get(personOf(yes))!)]));
}
