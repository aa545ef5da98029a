import { groupBy } from '../group-by.ts';

/** An answer of one person for one pupil, as recorded. */
interface Answer {
  readonly pupilId: string;
  /** Null: every channel. */
  readonly channelId: string | null;
  readonly answer: 'permitted' | 'refused' | 'withdrawn';
  readonly validFrom: string;
  /** The moment, as UTC ISO text: as text it is later than its own day, and earlier than the next. */
  readonly recordedAt: string;
}

const isYes = ({ answer }: Answer): boolean => answer === 'permitted';

const covers = ({ channelId }: Answer, other: string | null): boolean => channelId === null || channelId === other;

/** What is left of a "yes" that was recorded before its first day, among all that the same person said, in order. */
function whatIsLeft<Given extends Answer>(yes: Given, all: readonly Given[]): readonly Given[] {
  const { validFrom } = yes;
  const isAfter = (later: Given, earlier: Given): boolean =>
    later.recordedAt === earlier.recordedAt
      ? all.indexOf(later) > all.indexOf(earlier)
      : later.recordedAt > earlier.recordedAt;
  const against = all.filter(
    (no) => !isYes(no) && isAfter(no, yes) && validFrom > no.recordedAt && no.validFrom <= validFrom,
  );
  if (against.some((no) => covers(no, yes.channelId))) return [];
  const isAllowedAgain = (no: Given): boolean =>
    all.some((one) => isYes(one) && isAfter(one, no) && covers(one, no.channelId) && one.validFrom <= validFrom);
  const parts = against.filter((no) => covers(yes, no.channelId) && !isAllowedAgain(no));
  // For one channel of all that the "yes" is about, the "no" is said anew on the day on which that begins.
  return [yes, ...parts.map((no) => ({ ...no, validFrom }))];
}

/**
 * Answers without every "yes" to which the same person said "no" before it had begun: a form says "yes" from September on,
 * and in August the parent rings up and says "no". Else the form would undo the call on its first day, and nobody would
 * notice. `all` in the order recorded; `whoOf` tells people of one pupil apart.
 */
export function withoutForestalled<Given extends Answer>(
  all: readonly Given[],
  whoOf: (answer: Given) => string,
): readonly Given[] {
  const awaited = all.filter((one) => isYes(one) && one.validFrom > one.recordedAt);
  if (awaited.length === 0) return all;
  const pupils = new Set(awaited.map(({ pupilId }) => pupilId));
  const personOf = (one: Given): string => `${one.pupilId} ${whoOf(one)}`;
  const persons = groupBy(
    all.filter(({ pupilId }) => pupils.has(pupilId)),
    personOf,
  );
  const left = new Map(awaited.map((yes) => [yes, whatIsLeft(yes, persons.get(personOf(yes))!)]));
  return all.flatMap((one) => left.get(one) ?? [one]);
}
