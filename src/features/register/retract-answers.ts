import { isoNow, type Clock } from '../../lib/clock.ts';
import { addDays } from '../../lib/school-day.ts';
import { daysOfRepeat } from '../../policy/register/compare-consent-list.ts';
import { findSaidBefore, type KnownAnswer } from '../../policy/register/find-said-before.ts';
import { noEnd } from '../../policy/register/consents-from-record.ts';
import { groupBy } from '../../policy/group-by.ts';
import type { Trx } from '../../store/database.ts';
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
  for (let at = 0; at < ids.length; at += perStatement) {
    const some = ids.slice(at, at + perStatement);
    const { numUpdatedRows } = await trx
      .updateTable('consents')
      .set({ retractedAt: isoNow(clock), retractedBy: actor })
      .where('id', 'in', some)
      .where('retractedAt', 'is', null)
      .executeTakeFirstOrThrow();
    retracted += Number(numUpdatedRows);
  }
  for (let at = 0; at < ids.length; at += perStatement) {
    instead.push(...(await putInstead(trx, ids.slice(at, at + perStatement))));
  }
  return { retracted, instead };
}

async function readRepeats(trx: Trx, ids: readonly string[]) {
  return await trx
    .selectFrom('answersSaidAgain as again')
    .innerJoin('consents', 'consents.id', 'again.consentId')
    .innerJoin('imports', 'imports.id', 'again.importId')
    .select(['again.id', 'again.pupilId', 'again.importId', 'again.channelId', 'again.validFrom', 'again.givenBy'])
    .select(['consents.answer', 'consents.validUntil', 'imports.appliedAt', 'imports.appliedBy'])
    .where('again.consentId', 'in', [...ids])
    .orderBy('again.id')
    .execute();
}

type Repeat = Awaited<ReturnType<typeof readRepeats>>[number];

/** Look anew at what repeated these answers, each as if its list were read now. */
async function putInstead(trx: Trx, ids: readonly string[]): Promise<readonly KnownAnswer[]> {
  const repeats = await readRepeats(trx, ids);
  const pupils = [...new Set(repeats.map(({ pupilId }) => pupilId))];
  const known = groupBy(pupils.length === 0 ? [] : await readStandingAnswers(trx, pupils), ({ pupilId }) => pupilId);
  const instead: KnownAnswer[] = [];
  for (const repeat of repeats) {
    const own = known.get(repeat.pupilId) ?? [];
    const { answer, validUntil } = repeat;
    const said = { ...repeat, validUntil: answer === 'permitted' ? validUntil : null };
    const before = findSaidBefore(said, own).repeats;
    if (before !== null) {
      const { validFrom } = daysOfRepeat(said, before);
      await trx
        .updateTable('answersSaidAgain')
        .set({ consentId: before.id, validFrom: validFrom < said.validFrom ? validFrom : said.validFrom })
        .where('id', '=', repeat.id)
        .execute();
      continue;
    }
    const counted = await record(trx, repeat);
    known.set(
      repeat.pupilId,
      [...own, counted].sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
    instead.push(counted);
  }
  return instead;
}

/** As its list would have recorded it, had there been nothing to repeat. */
async function record(trx: Trx, repeat: Repeat): Promise<KnownAnswer> {
  const { appliedAt, appliedBy, importId, ...answer } = repeat;
  const counted = { ...answer, guardianId: null };
  await trx
    .insertInto('consents')
    .values({
      ...counted,
      ...{ basis: 'consent', method: 'import', evidenceReference: null, evidenceFileId: null },
      ...{ recordedAt: appliedAt!, recordedBy: appliedBy, importId },
    })
    .execute();
  await trx.deleteFrom('answersSaidAgain').where('id', '=', repeat.id).execute();
  return counted;
}

/** The days, besides today, from which answers that count now make a difference. */
export function daysOf(answers: readonly KnownAnswer[]): readonly string[] {
  return answers.flatMap(({ validFrom, validUntil }) => [
    validFrom,
    ...(validUntil === noEnd ? [] : [addDays(validUntil, 1)]),
  ]);
}
