import type { ChannelId, ConsentStatus } from '../words/people.ts';
import type { Consent } from './consent.ts';
import { groupBy } from '../group-by.ts';
import { latestAnswer } from './latest-answer.ts';

function statusOn(answer: Consent, day: string): ConsentStatus {
  return answer.status === 'permitted' && answer.until < day ? 'expired' : answer.status;
}

/**
 * What is recorded for one pupil and one channel on a day, from that pupil's consents. One guardian's refusal or
 * withdrawal outweighs another's permission, and the pupil's own objection outweighs everything. Whoever is of age decides alone.
 */
export function consentStatus(
  consents: readonly Consent[],
  channel: ChannelId,
  day: string,
): ConsentStatus | 'pupil-objected' {
  const started = consents.filter(
    (one) => one.from <= day && (one.channels === 'all' || one.channels.includes(channel)),
  );
  const byPerson = groupBy(started, (one) => one.by);
  const own = byPerson.get('pupil');
  if (own !== undefined && latestAnswer(own).status !== 'permitted') return 'pupil-objected';
  byPerson.delete('pupil');
  const adult = byPerson.get('adult pupil');
  const decided = adult === undefined ? 'expired' : statusOn(latestAnswer(adult), day);
  if (decided !== 'expired') return decided;
  const statuses = [...byPerson.values()].map((answers) => statusOn(latestAnswer(answers), day));
  const inOrder = ['refused', 'withdrawn', 'permitted', 'expired'] as const;
  return inOrder.find((status) => statuses.includes(status)) ?? 'no-record';
}
