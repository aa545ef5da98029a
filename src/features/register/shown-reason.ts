import type { SignedIn } from '../../http/signed-in.ts';
import type { RegisterReason } from '../../policy/words/people.ts';

/** A reason as this person may know it. */
export type ShownReason = RegisterReason | 'may-not-appear';

/** That it is a restriction is for the safeguarding lead; everybody else learns only that the pupil may not appear. */
export function shownReason(reason: RegisterReason, person: SignedIn): ShownReason {
  return reason === 'restricted' && !person.roles.includes('dsl') ? 'may-not-appear' : reason;
}
