import { noEnd } from './consents-from-record.ts';
import type { KnownPupil, PlannedChange } from './compare-pupil-list.ts';
import type { ConsentLine, ListedAnswer } from './read-consent-list.ts';

/** An answer on record, in the order recorded. */
export interface KnownAnswer {
  readonly pupilId: string;
  readonly channelId: string | null;
  readonly answer: ListedAnswer['answer'];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly givenBy: string;
}

/** What an import would record for one line. */
export interface PlannedAnswers extends PlannedChange {
  readonly answers: readonly ListedAnswer[];
}

function keyOf(answer: Pick<ListedAnswer, 'channelId' | 'givenBy'>): string {
  return JSON.stringify([answer.channelId, answer.givenBy.normalize('NFKC').trim().toLowerCase()]);
}

/** Whether the same person's last answer for the channel says the same already. */
function isKnown(answer: ListedAnswer, latest: ReadonlyMap<string, KnownAnswer>): boolean {
  const before = latest.get(keyOf(answer));
  return (
    before?.answer === answer.answer &&
    before.validUntil === (answer.validUntil ?? noEnd) &&
    before.validFrom <= answer.validFrom
  );
}

/**
 * What a list of answers would add to the record: nothing is ever changed or removed. `today`: somebody who left before
 * it cannot be answered for.
 */
export function compareConsentList(
  lines: readonly ConsentLine[],
  pupils: readonly KnownPupil[],
  known: readonly KnownAnswer[],
  today: string,
): PlannedAnswers[] {
  const byNumber = new Map(pupils.map((pupil) => [pupil.schoolNumber.toLowerCase(), pupil]));
  const latestOf = latestAnswers(known);
  return lines.map((line) => {
    const pupil = byNumber.get(line.schoolNumber.toLowerCase());
    const problems = [...line.problems, ...problemsWith(line, pupil, today)];
    if (pupil === undefined || problems.length > 0) return planProblem(line, pupil, problems);
    return planAnswers(line, pupil, latestOf.get(pupil.id) ?? new Map<string, KnownAnswer>());
  });
}

/** The last answer of each person for each channel, by pupil. */
function latestAnswers(known: readonly KnownAnswer[]): ReadonlyMap<string, ReadonlyMap<string, KnownAnswer>> {
  const latestOf = new Map<string, Map<string, KnownAnswer>>();
  for (const answer of known) {
    const own = latestOf.get(answer.pupilId) ?? new Map<string, KnownAnswer>();
    latestOf.set(answer.pupilId, own.set(keyOf(answer), answer));
  }
  return latestOf;
}

/** What speaks against answering for a pupil, beside what is wrong with the line itself. */
function problemsWith({ schoolNumber }: ConsentLine, pupil: KnownPupil | undefined, today: string): string[] {
  if (pupil === undefined) return schoolNumber === '' ? [] : ['no pupil has this schoolNumber'];
  return pupil.leftOn !== null && pupil.leftOn < today ? ['this pupil has left'] : [];
}

function planProblem(
  { line }: ConsentLine,
  pupil: KnownPupil | undefined,
  problems: readonly string[],
): PlannedAnswers {
  const nothing = { after: null, changed: [], answers: [] };
  return { line, change: 'problem', pupilId: pupil?.id ?? null, ...nothing, problems };
}

/** What of a line is not on record yet. */
function planAnswers(
  { line, answers }: ConsentLine,
  { id, ...after }: KnownPupil,
  latest: ReadonlyMap<string, KnownAnswer>,
): PlannedAnswers {
  const added = answers.filter((answer) => !isKnown(answer, latest));
  return {
    line,
    change: added.length > 0 ? 'add' : 'same',
    pupilId: id,
    after,
    changed: added.map(({ channelId, answer }) => `${channelId ?? 'every channel'}: ${answer}`),
    problems: [],
    answers: added,
  };
}
