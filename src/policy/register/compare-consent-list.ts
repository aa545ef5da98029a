import type { KnownPupil, PlannedChange } from './compare-pupil-list.ts';
import { noEnd } from './consents-from-record.ts';
import { pupilsByNumber } from './pupils-by-number.ts';
import { findSaidBefore, type KnownAnswer } from './find-said-before.ts';
import type { ConsentLine, ListedAnswer } from './read-consent-list.ts';
import { groupBy } from '../group-by.ts';

/** An answer of a list, and what it would be on record. */
export interface PlannedAnswer extends ListedAnswer {
  /** The answer on record that it says again; null for a new one. */
  readonly repeats: string | null;
  /** The same person's "no" that it would end. */
  readonly ends: 'refused' | 'withdrawn' | null;
}

/** What an import would record for one line. */
export interface PlannedAnswers extends PlannedChange {
  readonly answers: readonly PlannedAnswer[];
}

/**
 * What a list of answers would add to the record: nothing is ever changed or removed. `known` in the order recorded;
 * `today`: somebody who left before it cannot be answered for.
 */
export function compareConsentList(
  lines: readonly ConsentLine[],
  pupils: readonly KnownPupil[],
  known: readonly KnownAnswer[],
  today: string,
): PlannedAnswers[] {
  const pupilOf = pupilsByNumber(pupils);
  const byPupil = groupBy(known, ({ pupilId }) => pupilId);
  const ownOf = (pupil: KnownPupil): readonly KnownAnswer[] => byPupil.get(pupil.id) ?? [];
  // What the list newly permits is there before any "no" of the list is taken for said again: it might end that one.
  const permitted = groupBy(
    lines.flatMap(({ schoolNumber, answers }) => {
      const pupil = pupilOf(schoolNumber);
      return pupil === undefined ? [] : newPermissions(answers, pupil.id, ownOf(pupil));
    }),
    ({ pupilId }) => pupilId,
  );
  return lines.map((line) => {
    const pupil = pupilOf(line.schoolNumber);
    const problems = [...line.problems, ...problemsWith(line, pupil, today)];
    if (pupil === undefined || problems.length > 0) return planProblem(line, pupil, problems);
    return planAnswers(line, pupil, ownOf(pupil), permitted.get(pupil.id) ?? []);
  });
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

/**
 * A permission that is said again is no newer than it was: a "no" that is dated in between must not be ended by it, should
 * it ever take the place of the one it repeats. A "no" counts from its own day.
 */
export function daysOfRepeat(answer: ListedAnswer, repeats: KnownAnswer): Pick<ListedAnswer, 'validFrom'> {
  return { validFrom: answer.answer === 'permitted' ? repeats.validFrom : answer.validFrom };
}

/** The permissions of a line that are not on record, as if they were: no "no" on record was recorded after them. */
function newPermissions(answers: readonly ListedAnswer[], pupilId: string, own: readonly KnownAnswer[]): KnownAnswer[] {
  return answers
    .filter((answer) => answer.answer === 'permitted' && findSaidBefore(answer, own).repeats === null)
    .map((answer) => ({
      ...answer,
      id: '',
      pupilId,
      guardianId: null,
      validUntil: answer.validUntil ?? noEnd,
      recordedAt: noEnd,
    }));
}

/** What of a line is new, and what it says again. */
function planAnswers(
  { line, answers }: ConsentLine,
  { id, ...after }: KnownPupil,
  own: readonly KnownAnswer[],
  permitted: readonly KnownAnswer[],
): PlannedAnswers {
  const planned = answers.map((answer): PlannedAnswer => {
    const { repeats, ends } = findSaidBefore(answer, answer.answer === 'permitted' ? own : [...own, ...permitted]);
    return { ...answer, ...(repeats !== null && daysOfRepeat(answer, repeats)), repeats: repeats?.id ?? null, ends };
  });
  const added = planned.filter(({ repeats }) => repeats === null);
  return {
    line,
    change: added.length > 0 ? 'add' : 'same',
    pupilId: id,
    after,
    changed: added.map(({ channelId, answer }) => `${channelId ?? 'every channel'}: ${answer}`),
    problems: [],
    answers: planned,
  };
}
