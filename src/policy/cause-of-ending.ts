import type { PupilId, RegisterEntry, RegisterReason } from './words/people.ts';

/** Why a released photo must come down or be looked at. */
export type ReleasedCause = 'withdrawn' | 'expired' | 'left' | 'restricted' | 'objected' | 'replay';

const causes: Readonly<Record<RegisterReason, ReleasedCause>> = {
  restricted: 'restricted',
  'pupil-objected': 'objected',
  refused: 'withdrawn',
  withdrawn: 'withdrawn',
  expired: 'expired',
  'no-record': 'withdrawn',
};

/** What ended for somebody who is on the register today, told in one word; who left is told apart from who said no. */
export function causeOfEnding({ pupil, reason }: RegisterEntry, left: ReadonlySet<PupilId>): ReleasedCause {
  return left.has(pupil.id) && reason !== 'restricted' ? 'left' : causes[reason];
}
