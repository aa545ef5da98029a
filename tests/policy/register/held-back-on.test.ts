import { expect, it } from 'vitest';
import { noEnd, type RecordedAnswer } from '../../../src/policy/register/consents-from-record.ts';
import { heldBackOn } from '../../../src/policy/register/held-back-on.ts';
import { pupilOf } from '../evidence-of.ts';

const owen = pupilOf('owen', 'Owen', 'Pryce', { preferred: 'Owie', dateOfBirth: '2008-06-15' });

function said(answer: RecordedAnswer['answer'], more: Partial<RecordedAnswer> = {}): RecordedAnswer {
  return {
    ...{ pupilId: 'owen', channelId: null, answer, basis: 'consent', guardianId: null, givenBy: 'Jo' },
    ...{ validFrom: '2026-09-01', validUntil: answer === 'permitted' ? '2027-08-31' : noEnd },
    recordedAt: answer === 'permitted' ? '2026-07-10T09:00:00.000Z' : '2026-08-10T09:00:00.000Z',
    ...more,
  };
}

const no = said('withdrawn', { validFrom: '2026-08-10' });
const onFacebook = said('refused', { validFrom: '2026-08-10', channelId: 'facebook' });

it('names where a "yes" does not begin: nowhere, on some channels, or on none that it is not about', () => {
  const yes = said('permitted');
  const on = (...all: RecordedAnswer[]) => heldBackOn(all, owen, '2026-08-11').get(all[0]!);
  expect(on(yes)).toEqual([]);
  expect(on(yes, no)).toEqual([null]);
  expect(on(yes, onFacebook, { ...onFacebook })).toEqual(['facebook']);
  expect(on(said('permitted', { channelId: 'website' }), onFacebook)).toEqual([]);
  expect(on(said('permitted', { channelId: 'website' }), no)).toEqual(['website']);
  expect(on(yes, { ...no, givenBy: 'Al' })).toEqual([]);
});

it('says nothing of what had begun, or is recorded again', () => {
  const begun = said('permitted', { validFrom: '2026-07-10' });
  expect(heldBackOn([begun, no], owen, '2026-08-11').get(begun)).toBeUndefined();
  const again = said('permitted', { recordedAt: '2026-08-20T09:00:00.000Z' });
  expect(heldBackOn([said('permitted'), no, again], owen, '2026-08-21').get(again)).toEqual([]);
});

it('takes the names of a pupil who is 18 for one person', () => {
  const [yes, own] = [said('permitted', { givenBy: 'Owen Pryce' }), { ...no, givenBy: 'Owie Pryce' }];
  expect(heldBackOn([yes, own], owen, '2026-08-11').get(yes)).toEqual([null]);
  expect(heldBackOn([yes, own], owen, '2026-06-14').get(yes)).toEqual([]);
});
