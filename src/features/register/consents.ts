import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { addDays } from '../../lib/school-day.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { computeRegister } from '../../policy/register/compute-register.ts';
import { consentStatus } from '../../policy/register/consent-status.ts';
import { isOwnAnswer } from '../../policy/register/is-own-answer.ts';
import { nameOnRecord } from '../../policy/register/name-on-record.ts';
import { isOfAge } from '../../policy/register/of-age-on.ts';
import { noEnd } from '../../policy/register/consents-from-record.ts';
import { problemOfDays } from '../../policy/register/problem-of-days.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import type { ConsentRow } from '../../store/tables/register-tables.ts';
import { changeRegister } from './change-register.ts';
import { documentsByFile, evidenceFileOf } from './documents.ts';
import type { RegisterParts } from './parts.ts';
import { permittedUntil } from './permitted-until.ts';
import { readAnswerHistory } from './read-answer-history.ts';
import { daysOf, lookAgainAt } from './retract-answers.ts';
import { shownReason } from './shown-reason.ts';
import { getPupil, openChannelIds, requireChannel, requireGuardianOf } from './store.ts';

export interface NewAnswer {
  readonly channelId: string | null;
  readonly answer: ConsentRow['answer'];
  readonly basis: ConsentRow['basis'];
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly guardianId: string | null;
  readonly givenBy: string;
  readonly method: string;
  readonly evidenceReference: string | null;
  readonly documentId: string | null;
}

/** Record an answer; what was recorded before stays. Throws `not-found` or `invalid-input`. */
export async function recordConsent(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  { documentId, ...answer }: NewAnswer,
): Promise<{ readonly id: string; readonly stillPermittedOn: string[] }> {
  const problem = problemOfDays(answer);
  if (problem !== undefined)
    throw new AppError('invalid-input', { fields: [{ path: 'validUntil', message: problem }] });
  const { result } = await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await requireChannel(trx, answer.channelId);
    if (answer.guardianId !== null) await requireGuardianOf(trx, pupilId, answer.guardianId);
    await refuseForAdult(trx, pupilId, answer);
    const id = newId();
    await trx
      .insertInto('consents')
      .values({
        id,
        pupilId,
        ...answer,
        validUntil: answer.validUntil ?? noEnd,
        evidenceFileId: await evidenceFileOf(trx, pupilId, documentId),
        recordedAt: isoNow(parts.clock),
        recordedBy: personId,
        importId: null,
      })
      .execute();
    await recordAudit(trx, parts.clock, {
      actor: personId,
      action: 'consent/recorded',
      subject: { kind: 'pupil', id: pupilId },
      detail: { consentId: id, channelId: answer.channelId, answer: answer.answer },
    });
    const again = daysOf(await lookAgainAt(trx, [pupilId]));
    const ends = answer.validUntil === null ? [] : [addDays(answer.validUntil, 1)];
    const stillPermittedOn = await findStillPermitted(trx, parts, pupilId, answer);
    return { result: { id, stillPermittedOn }, effectiveDays: [answer.validFrom, ...ends, ...again] };
  });
  return result;
}

/** Nobody consents for an adult: what would count for nothing is better refused with a word. */
async function refuseForAdult(trx: Trx, pupilId: string, answer: Omit<NewAnswer, 'documentId'>): Promise<void> {
  if (answer.answer !== 'permitted' || answer.basis !== 'consent') return;
  const pupil = await getPupil(trx, pupilId);
  if (!isOfAge(pupil.dateOfBirth, answer.validFrom) || isOwnAnswer(answer, nameOnRecord(pupil))) return;
  const message = 'must be the pupil: they are 18 or older';
  throw new AppError('invalid-input', { fields: [{ path: 'givenBy', message }] });
}

/**
 * Where a pupil may appear although somebody has just said "no", because it is dated before a "yes" of the same person, or
 * for a day to come. A form that was found late, or a year that was typed wrongly: only whoever records it can tell.
 */
async function findStillPermitted(
  trx: Trx,
  { clock }: RegisterParts,
  pupilId: string,
  { answer, channelId }: Pick<NewAnswer, 'answer' | 'channelId'>,
): Promise<string[]> {
  if (answer === 'permitted') return [];
  const today = isoToday(clock);
  const { consents } = await readRegister(trx, today, [pupilId]);
  const open = await openChannelIds(trx);
  return open.filter(
    (id) => (channelId === null || channelId === id) && consentStatus(consents, id, today) === 'permitted',
  );
}

/** Record the pupil's own objection. */
export async function recordObjection(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  objection: { readonly channelId: string | null; readonly objectedOn: string; readonly documentId: string | null },
): Promise<{ readonly id: string }> {
  const { channelId, objectedOn, documentId } = objection;
  if (objectedOn > isoToday(parts.clock)) {
    throw new AppError('invalid-input', { fields: [{ path: 'objectedOn', message: 'must not lie in the future' }] });
  }
  const { result } = await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await requireChannel(trx, channelId);
    const id = newId();
    const evidenceFileId = await evidenceFileOf(trx, pupilId, documentId);
    const recorded = { recordedAt: isoNow(parts.clock), recordedBy: personId, liftedAt: null, liftedBy: null };
    await trx
      .insertInto('pupilObjections')
      .values({ id, pupilId, channelId, objectedOn, evidenceFileId, ...recorded })
      .execute();
    const subject = { kind: 'pupil', id: pupilId } as const;
    const detail = { objectionId: id, channelId };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'objection/recorded', subject, detail });
    return { result: { id } };
  });
  return result;
}

/** The pupil no longer objects. Throws `not-found`, or `wrong-state` when it was lifted before. */
export async function liftObjection(parts: RegisterParts, personId: string, objectionId: string): Promise<void> {
  const row = await parts.database
    .selectFrom('pupilObjections')
    .select('pupilId')
    .where('id', '=', objectionId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  await changeRegister(parts, { pupilId: row.pupilId, actor: personId }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('pupilObjections')
      .set({ liftedAt: isoNow(parts.clock), liftedBy: personId })
      .where('id', '=', objectionId)
      .where('liftedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('wrong-state');
    const subject = { kind: 'pupil', id: row.pupilId } as const;
    await recordAudit(trx, parts.clock, {
      actor: personId,
      action: 'objection/lifted',
      subject,
      detail: { objectionId },
    });
    return { result: undefined };
  });
}

/** Everything answered for a pupil, and what follows from it today. Throws `not-found`. */
export async function listConsents(parts: RegisterParts, person: SignedIn, pupilId: string) {
  const pupil = await getPupil(parts.database, pupilId);
  const documents = await documentsByFile(parts.database, pupilId);
  const objections = await parts.database
    .selectFrom('pupilObjections')
    .select(['id', 'channelId', 'objectedOn', 'evidenceFileId', 'recordedAt', 'liftedAt'])
    .where('pupilId', '=', pupilId)
    .orderBy('id', 'desc')
    .execute();
  return {
    today: await standingToday(parts, person, pupilId),
    history: await readAnswerHistory(parts, pupil, documents),
    objections: objections.map(({ evidenceFileId, ...row }) => ({
      ...row,
      documentId: documents.get(evidenceFileId ?? '') ?? null,
    })),
  };
}

async function standingToday(parts: RegisterParts, person: SignedIn, pupilId: string) {
  const today = isoToday(parts.clock);
  const record = await readRegister(parts.database, today, [pupilId]);
  const entries = computeRegister(record, today);
  return (await openChannelIds(parts.database)).map((channelId) => {
    const entry = entries.find(({ channels }) => channels.includes(channelId));
    return {
      channelId,
      mayAppear: entry === undefined,
      reason: entry === undefined ? null : shownReason(entry.reason, person),
      until: entry === undefined ? permittedUntil(record.consents, channelId, today) : null,
    };
  });
}
