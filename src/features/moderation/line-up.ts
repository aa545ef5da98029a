import type { SignedIn } from '../../http/signed-in.ts';
import { AppError, type FieldProblem } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { judgeStoredPhoto, readAnswers } from '../../pipeline/judge-stored-photo.ts';
import { readPortrait } from '../../pipeline/read-portrait.ts';
import { calledName } from '../../policy/matching/called-name.ts';
import { whoMayNotAppear } from '../../policy/matching/who-may-not-appear.ts';
import type { PupilId } from '../../policy/words/people.ts';
import type { Facts } from '../../policy/words/rule.ts';
import type { Queryable } from '../../store/database.ts';
import type { Photo } from '../../store/find-photo.ts';
import { answerPhoto, type Answered } from './answer-photo.ts';
import { getModeratedPhoto, isLead } from './store.ts';
import type { ModerationParts } from './parts.ts';

/** What a person answers about one pupil. */
export interface LineUpAnswer {
  readonly pupilId: string;
  readonly answer: 'here' | 'not-here' | 'cannot-tell';
}

/** Who is in the line-up of a photo today, answered or not; with their names as they are called. */
async function findLineUp(parts: Pick<ModerationParts, 'clock'>, database: Queryable, photo: Photo) {
  const { verdict, facts } = await judgeStoredPhoto(database, photo, isoToday(parts.clock));
  const { lineUp } = await readAnswers(database, photo);
  const register = whoMayNotAppear(facts);
  const given = new Map(lineUp.map(({ pupilId, answer }) => [pupilId, answer]));
  const ids = [...new Set<PupilId>([...verdict.coverage.lineUp, ...given.keys()])];
  return ids.flatMap((pupilId) => {
    const pupil = register.get(pupilId)?.pupil;
    return pupil === undefined ? [] : [{ pupilId, pupil, answer: given.get(pupilId) ?? null }];
  });
}

/** The line-up of a photo: names, classes, which portrait there is. Never a reason. Throws `not-found`. */
export async function readLineUp(parts: ModerationParts, person: SignedIn, photoId: string) {
  const { database } = parts;
  const photo = await getModeratedPhoto(database, person, photoId);
  const lineUp = await findLineUp(parts, database, photo);
  const portraits = await database
    .selectFrom('referencePhotos')
    .select(['id', 'pupilId'])
    .where('purpose', '=', 'portrait')
    .where('pupilId', 'in', lineUp.length === 0 ? [''] : lineUp.map((one) => one.pupilId))
    .execute();
  const portraitOf = new Map(portraits.map((row) => [row.pupilId, row.id]));
  const pupils = lineUp.map(({ pupilId, pupil, answer }) => ({
    ...{ pupilId, answer, name: calledName(pupil), className: pupil.className ?? null },
    portraitId: portraitOf.get(pupilId) ?? null,
  }));
  pupils.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.pupilId < b.pupilId ? -1 : 1));
  return { version: photo.version, pupils };
}

/** The portrait of a pupil who is in this photo's line-up, and of nobody else. Throws `not-found`. */
export async function readLineUpPortrait(
  parts: ModerationParts,
  person: SignedIn,
  { photoId, pupilId }: { readonly photoId: string; readonly pupilId: string },
) {
  const photo = await getModeratedPhoto(parts.database, person, photoId);
  const lineUp = await findLineUp(parts, parts.database, photo);
  if (!lineUp.some((one) => one.pupilId === pupilId)) throw new AppError('not-found');
  return await readPortrait(parts, pupilId);
}

/**
 * Say who was seen. Whom a colleague saw is taken back by that colleague or by the safeguarding lead, and so is a
 * colleague's "cannot tell" about a pupil under a restriction: otherwise one person alone could lift a block that needs
 * two, or that nobody may override. Throws `invalid-input` for a pupil who is not in this line-up, `wrong-state` for what
 * is not theirs to take back, and as `answerPhoto` does.
 */
export async function answerLineUp(
  parts: ModerationParts,
  person: SignedIn,
  photoId: string,
  { version, answers }: { readonly version: number; readonly answers: readonly LineUpAnswer[] },
): Promise<Answered> {
  return await answerPhoto(parts, person, photoId, version, async (trx, photo, { facts }) => {
    const ids = new Set((await findLineUp(parts, trx, photo)).map((one) => one.pupilId));
    const fields = answers.flatMap(({ pupilId }, index): FieldProblem[] => {
      const path = `answers.${index}.pupilId`;
      if (!ids.has(pupilId)) return [{ path, message: 'is not in this photo’s line-up' }];
      const isTwice = answers.findIndex((one) => one.pupilId === pupilId) !== index;
      return isTwice ? [{ path, message: 'is answered twice' }] : [];
    });
    if (fields.length > 0) throw new AppError('invalid-input', { fields });
    if (!isLead(person)) await requireTheirsToTakeBack(trx, person, photoId, { answers, facts });
    const at = isoNow(parts.clock);
    await trx
      .updateTable('lineUpAnswers')
      .set({ replacedAt: at })
      .where('photoId', '=', photoId)
      .where(
        'pupilId',
        'in',
        answers.map((one) => one.pupilId),
      )
      .where('replacedAt', 'is', null)
      .execute();
    const said = { answeredBy: person.accountId, answeredAt: at };
    await trx
      .insertInto('lineUpAnswers')
      .values(answers.map(({ pupilId, answer }) => ({ id: newId(), photoId, pupilId, answer, ...said })))
      .execute();
    const count = (answer: LineUpAnswer['answer']): number => answers.filter((one) => one.answer === answer).length;
    const detail = { here: count('here'), notHere: count('not-here'), cannotTell: count('cannot-tell') };
    return { action: 'photo/line-up-answered', detail };
  });
}

async function requireTheirsToTakeBack(
  database: Queryable,
  person: SignedIn,
  photoId: string,
  { answers, facts }: { readonly answers: readonly LineUpAnswer[]; readonly facts: Facts },
): Promise<void> {
  const ruledOut = answers.filter(({ answer }) => answer === 'not-here').map(({ pupilId }) => pupilId);
  const standing = await database
    .selectFrom('lineUpAnswers')
    .select(['pupilId', 'answer'])
    .where('photoId', '=', photoId)
    .where('pupilId', 'in', ['', ...ruledOut])
    .where('answeredBy', '<>', person.accountId)
    .where('replacedAt', 'is', null)
    .execute();
  const register = whoMayNotAppear(facts);
  const isKept = standing.some(
    ({ pupilId, answer }) =>
      answer === 'here' || (answer === 'cannot-tell' && register.get(pupilId)?.reason === 'restricted'),
  );
  if (!isKept) return;
  const detail =
    'a colleague answered otherwise for a pupil: only that colleague or the safeguarding lead can take it back';
  throw new AppError('wrong-state', { detail });
}
