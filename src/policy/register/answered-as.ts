import type { Pupil } from '../words/people.ts';
import type { Consent } from './consent.ts';
import { isOwnAnswer } from './is-own-answer.ts';
import { isOfAge } from './of-age-on.ts';
import { whoAnswered } from './who-answered.ts';

interface AnsweredFor extends Pick<Pupil, 'dateOfBirth'> {
  readonly name: Pick<Pupil['name'], 'first' | 'last' | 'preferred'>;
}

/** As whose an answer about a pupil counts on an ISO day: the pupil's own from 18 on, before that as anybody's of that name. */
export function answeredAs(
  answer: { readonly guardianId: string | null; readonly givenBy: string },
  pupil: AnsweredFor | undefined,
  day: string,
): Consent['by'] {
  const isOwn = pupil !== undefined && isOwnAnswer(answer, pupil.name);
  return isOwn && isOfAge(pupil.dateOfBirth, day) ? 'adult pupil' : `guardian ${whoAnswered(answer)}`;
}
