import type { ChannelId, ConsentStatus } from '../words/people.ts';
import type { Consent } from './consent.ts';
import { groupBy } from '../group-by.ts';
import { latestAnswer } from './latest-answer.ts';

const hasEnded = ({ status, until }: Consent, day: string): boolean => status === 'permitted' && until < day;

/** What one person's answers come to. `lapsed`: they refused, lifted that for a while, and the while is over. */
function statusOf(answers: readonly Consent[], day: string): ConsentStatus | 'lapsed' {
  const stands = answers.filter(({ liftedUntil }) => liftedUntil === undefined);
  const latest = latestAnswer(stands);
  const isHeldBack = answers.some(({ liftedUntil, from }) => liftedUntil !== undefined && from >= latest.from);
  if (isHeldBack) return latest.status === 'permitted' ? 'lapsed' : latest.status;
  if (!hasEnded(latest, day)) return latest.status;
  const others = answers.filter((one) => !hasEnded(one, day));
  return others.length === 0 || latestAnswer(others).status === 'permitted' ? 'expired' : 'lapsed';
}

/**
 * What is recorded for one pupil and one channel on a day, from that pupil's consents. One guardian's refusal or
 * withdrawal outweighs another's permission, also when they lifted it for a while that is over: a father who refuses, and
 * agrees to the week of the school play, has not agreed to what follows. The pupil's own objection outweighs everything.
 * Whoever is of age decides alone.
 */
export function consentStatus(
  consents: readonly Consent[],
  channel: ChannelId,
  day: string,
): ConsentStatus | 'pupil-objected' {
  const isOn = ({ from, liftedUntil = '' }: Consent): boolean => from <= day && liftedUntil < day;
  const started = consents.filter((one) => isOn(one) && (one.channels === 'all' || one.channels.includes(channel)));
  const byPerson = groupBy(started, (one) => one.by);
  const own = byPerson.get('pupil');
  if (own !== undefined && latestAnswer(own).status !== 'permitted') return 'pupil-objected';
  byPerson.delete('pupil');
  const adult = byPerson.get('adult pupil');
  const decided = adult === undefined ? 'expired' : statusOf(adult, day);
  if (decided !== 'expired') return decided === 'lapsed' ? 'expired' : decided;
  const statuses = [...byPerson.values()].map((answers) => statusOf(answers, day));
  const inOrder = ['refused', 'withdrawn', 'lapsed', 'permitted', 'expired'] as const;
  const gravest = inOrder.find((status) => statuses.includes(status)) ?? 'no-record';
  return gravest === 'lapsed' ? 'expired' : gravest;
}
