import type { Insertable } from 'kysely';
import { isoNow, type Clock } from '../../lib/clock.ts';
import { addDays } from '../../lib/school-day.ts';
import { daysOfRepeat } from '../../policy/register/compare-consent-list.ts';
import { findSaidBefore, type KnownAnswer } from '../../policy/register/find-said-before.ts';
import { noEnd } from '../../policy/register/consents-from-record.ts';
import { groupBy } from '../../policy/group-by.ts';
import type { Trx } from '../../store/database.ts';
import type { AnswerSaidAgainRow, ConsentRow } from '../../store/tables/register-tables.ts';
import { readStandingAnswers } from './import-store.ts';

const perStatement = 500;

/** What retracting came to: which answers count no more, and which that lists had said again count in their place. */
export interface Retracted {
  readonly retracted: number;
  readonly instead: readonly KnownAnswer[];
}

/**
 * Take answers for recorded by mistake: they stay on record and count for nothing, as if they had not been there. What a
 * list said again of them was not recorded beside them; it is now, as that list's own answer, unless something else that
 * stands says it too.
 */
export async function retractAnswers(
  trx: Trx,
  clock: Clock,
  { actor, ids }: { readonly actor: string; readonly ids: readonly string[] },
): Promise<Retracted> {
  let retracted = 0;
  const instead: KnownAnswer[] = [];
  for (const some of inParts(ids)) {
    const { numUpdatedRows } = await trx
      .updateTable('consents')
      .set({ retractedAt: isoNow(clock), retractedBy: actor })
      .where('id', 'in', some)
      .where('retractedAt', 'is', null)
      .executeTakeFirstOrThrow();
    retracted += Number(numUpdatedRows);
  }
  for (const some of inParts(ids)) {
    instead.push(...(await putInstead(trx, await readRepeats(trx, 'consentId', some))));
  }
  return { retracted, instead };
}

async function readRepeats(trx: Trx, by: 'consentId' | 'pupilId', ids: readonly string[]) {
  return await trx
    .selectFrom('answersSaidAgain as again')
    .innerJoin('consents', 'consents.id', 'again.consentId')
    .innerJoin('imports', 'imports.id', 'again.importId')
    .select(['again.id', 'again.pupilId', 'again.importId', 'again.channelId', 'again.validFrom', 'again.givenBy'])
    .select(['consents.answer', 'consents.validUntil', 'consents.recordedAt as firstRecordedAt'])
    .select(['imports.appliedAt', 'imports.appliedBy'])
    .where(`again.${by}`, 'in', [...ids])
    .orderBy('again.id')
    .execute();
}

type Repeat = Awaited<ReturnType<typeof readRepeats>>[number];

/**
 * Answers were recorded for these pupils: what a list had said again may be news by them. A "no" of March that only repeated
 * one of January is none any more once a "yes" of February is recorded. Returns what counts now.
 */
export async function lookAgainAt(trx: Trx, pupilIds: readonly string[]): Promise<readonly KnownAnswer[]> {
  const counted: KnownAnswer[] = [];
  for (const some of inParts(pupilIds)) {
    const repeats = await readRepeats(trx, 'pupilId', some);
    counted.push(
      ...(await putInstead(
        trx,
        repeats.filter(({ answer }) => answer !== 'permitted'),
      )),
    );
  }
  return counted;
}

/** Look anew at what lists said again, each as if it were read now. */
async function putInstead(trx: Trx, found: readonly Repeat[]): Promise<readonly KnownAnswer[]> {
  // A permission that comes to count may end a "no", which is then no longer only said again.
  const isYes = ({ answer }: Repeat): boolean => answer === 'permitted';
  const repeats = [...found.filter(isYes), ...found.filter((one) => !isYes(one))];
  const pupils = [...new Set(repeats.map(({ pupilId }) => pupilId))];
  const known = groupBy(pupils.length === 0 ? [] : await readStandingAnswers(trx, pupils), ({ pupilId }) => pupilId);
  const counted: Insertable<ConsentRow>[] = [];
  const instead: KnownAnswer[] = [];
  const again: Insertable<AnswerSaidAgainRow>[] = [];
  for (const repeat of repeats) {
    const own = known.get(repeat.pupilId) ?? [];
    const { id, pupilId, importId, channelId, givenBy, answer, validUntil } = repeat;
    const said = { ...repeat, validUntil: answer === 'permitted' ? validUntil : null };
    const before = findSaidBefore(said, own).repeats;
    if (before !== null) {
      const { validFrom } = daysOfRepeat(said, before);
      again.push({ id, pupilId, importId, channelId, givenBy, consentId: before.id, validFrom });
      continue;
    }
    const { appliedAt, appliedBy, firstRecordedAt, ...rest } = repeat;
    // As with its days, a permission is no newer than what it repeats: a "no" may have been recorded in between.
    const one = { ...rest, guardianId: null, recordedAt: answer === 'permitted' ? firstRecordedAt : appliedAt! };
    instead.push(one);
    counted.push({ ...one, ...ofList, recordedBy: appliedBy });
    known.set(
      pupilId,
      [...own, one].sort((first, second) => (first.id < second.id ? -1 : 1)),
    );
  }
  await moveRepeats(trx, repeats, { counted, again });
  return instead;
}

/** As a list records an answer. */
const ofList = { basis: 'consent', method: 'import', evidenceReference: null, evidenceFileId: null } as const;

/** What counts now goes to the other answers, what repeats something else is kept beside that. */
async function moveRepeats(
  trx: Trx,
  repeats: readonly Repeat[],
  to: {
    readonly counted: readonly Insertable<ConsentRow>[];
    readonly again: readonly Insertable<AnswerSaidAgainRow>[];
  },
): Promise<void> {
  for (const some of inParts(repeats)) {
    const ids = some.map(({ id }) => id);
    await trx.deleteFrom('answersSaidAgain').where('id', 'in', ids).execute();
  }
  for (const some of inParts(to.counted)) await trx.insertInto('consents').values(some).execute();
  for (const some of inParts(to.again)) await trx.insertInto('answersSaidAgain').values(some).execute();
}

/** No statement is longer than the database takes. */
function inParts<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / perStatement);
  return Array.from({ length: count }, (_, at) => items.slice(at * perStatement, (at + 1) * perStatement));
}

/** The days, besides today, from which answers that count now make a difference. */
export function daysOf(answers: readonly KnownAnswer[]): readonly string[] {
  return answers.flatMap(({ validFrom, validUntil }) => [
    validFrom,
    ...(validUntil === noEnd ? [] : [addDays(validUntil, 1)]),
  ]);
}
