import { AppError, type FieldProblem } from '../../lib/app-error.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { isDoubt } from '../../policy/is-doubt.ts';
import type { AnsweredQuestion } from '../../policy/words/handling-policy.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { keepBatchPupils } from '../../store/keep-batch-pupils.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { findRollChoices } from './read-form.ts';
import type { UploadParts } from './parts.ts';

interface Roll {
  readonly wholeSchool: boolean;
  readonly classes: readonly string[];
  readonly years: readonly string[];
  readonly pupils: readonly string[];
}

/** What an uploader says about a batch. */
export interface NewBatch {
  readonly title: string;
  readonly eventDate: string;
  readonly channels: readonly string[];
  readonly roll: Roll;
  readonly caption: string;
  readonly altText: string;
  readonly checklist: readonly { readonly id: string; readonly answer: 'yes' | 'no' | 'not-sure' }[];
}

/** Open a batch. Throws `invalid-input` naming what to mend, `channel-not-open`. */
export async function openBatch(
  parts: Pick<UploadParts, 'database' | 'clock'>,
  accountId: string,
  batch: NewBatch,
): Promise<{ readonly id: string }> {
  return await withTransaction(parts.database, async (trx) => {
    const channels = [...new Set(batch.channels)];
    await requireOpenChannels(trx, channels);
    const groups = await checkRoll(trx, parts.clock, batch.roll);
    const answered = await checkAnswers(trx, batch.checklist);
    const [id, at] = [newId(), isoNow(parts.clock)];
    const { title, eventDate, caption, altText } = batch;
    const wholeSchool = groups.length === 0 ? 1 : 0;
    await trx
      .insertInto('batches')
      .values({
        ...{ id, title, eventDate, caption, altText, wholeSchool, state: 'open', uploadedBy: accountId, createdAt: at },
        checklistJson: JSON.stringify(answered),
      })
      .execute();
    await trx
      .insertInto('batchChannels')
      .values(channels.map((channelId) => ({ batchId: id, channelId })))
      .execute();
    if (groups.length > 0) {
      await trx
        .insertInto('batchRoll')
        .values(groups.map((group) => ({ batchId: id, ...group })))
        .execute();
      await keepBatchPupils(trx, id);
    }
    const concerns = answered.filter(isDoubt).map((one) => one.id);
    const subject = { kind: 'batch', id } as const;
    const detail = { channels, wholeSchool: wholeSchool === 1, concerns };
    await recordAudit(trx, parts.clock, { actor: accountId, action: 'batch/opened', subject, detail });
    return { id };
  });
}

async function requireOpenChannels(trx: Trx, channels: readonly string[]): Promise<void> {
  const rows = await trx
    .selectFrom('channels')
    .select(['id', 'state'])
    .where('id', 'in', [...channels])
    .execute();
  const states = new Map(rows.map((row) => [row.id, row.state]));
  const unknown = channels.flatMap((id, index): FieldProblem[] =>
    states.has(id) ? [] : [{ path: `channels.${index}`, message: 'is not one of the school’s channels' }],
  );
  if (unknown.length > 0) throw new AppError('invalid-input', { fields: unknown });
  if ([...states.values()].some((state) => state !== 'open')) throw new AppError('channel-not-open');
}

/** The groups of a roll; none means the whole school. Somebody must say which. */
async function checkRoll(trx: Queryable, clock: Clock, roll: Roll) {
  const named = roll.classes.length + roll.years.length + roll.pupils.length;
  if (roll.wholeSchool !== (named === 0)) {
    const message = roll.wholeSchool
      ? 'cannot be combined with classes, years or pupils'
      : 'must be true when no class, year or pupil is named';
    throw new AppError('invalid-input', { fields: [{ path: 'roll.wholeSchool', message }] });
  }
  const choices = await findRollChoices(trx, clock);
  const pupils = await trx
    .selectFrom('pupils')
    .select('id')
    .where('id', 'in', roll.pupils.length === 0 ? [''] : [...roll.pupils])
    .execute();
  const known = { classes: choices.classes, years: choices.years, pupils: pupils.map((row) => row.id) };
  const fields = (['classes', 'years', 'pupils'] as const).flatMap((kind) =>
    roll[kind].flatMap((name, index): FieldProblem[] =>
      known[kind].includes(name) ? [] : [{ path: `roll.${kind}.${index}`, message: 'is not in the pupil list' }],
    ),
  );
  if (fields.length > 0) throw new AppError('invalid-input', { fields });
  const groupsOf = (groupKind: 'class' | 'year' | 'pupil', names: readonly string[]) =>
    [...new Set(names)].map((groupName) => ({ groupKind, groupName }));
  return [...groupsOf('class', roll.classes), ...groupsOf('year', roll.years), ...groupsOf('pupil', roll.pupils)];
}

/** Every question of the school's checklist, answered once. */
async function checkAnswers(trx: Queryable, given: NewBatch['checklist']): Promise<readonly AnsweredQuestion[]> {
  const questions = (await readCurrentPolicy(trx)).handling.uploadQuestions;
  const answers = new Map(given.map((one) => [one.id, one.answer]));
  const open = questions.filter((question) => !answers.has(question.id));
  const fields: FieldProblem[] = open.map(({ id }) => ({ path: 'checklist', message: `must answer ${id}` }));
  for (const [index, { id }] of given.entries()) {
    const isAsked = questions.some((question) => question.id === id);
    const isFirst = given.findIndex((one) => one.id === id) === index;
    if (!isAsked) fields.push({ path: `checklist.${index}.id`, message: 'is not a question of the checklist' });
    else if (!isFirst) fields.push({ path: `checklist.${index}.id`, message: 'is answered twice' });
  }
  if (fields.length > 0) throw new AppError('invalid-input', { fields });
  return questions.map((question) => ({ ...question, answer: answers.get(question.id)! }));
}
