import { consentEndpoints } from '../contract/register-answers.ts';
import { releaseEndpoints } from '../contract/release.ts';
import { takedownEndpoints } from '../contract/takedowns.ts';
import { daysFromNow } from './days-from-now.ts';
import { approve } from './decide-photos.ts';
import { idOf, type Pupils } from './fill-register.ts';
import { askUntil, type Caller } from './open-caller.ts';
import type { Staff } from './sign-in-people.ts';
import { screenedBatch, type Uploaded } from './upload-events.ts';

/** One batch released and posted; one whose consent ended afterwards: a photo to take down, and one taken down. */
export async function releasePhotos(staff: Staff, uploaded: Uploaded, pupils: Pupils): Promise<void> {
  const { office, staff: teacher, staff2 } = staff.as;
  const posted = await releaseBatch(staff, uploaded, 'released', 'newsletter');
  const shown = await releaseBatch(staff, uploaded, 'takedown', 'website');
  await post(teacher, posted, 'https://marlfield.example/newsletter/12');
  await post(staff2, shown, 'https://marlfield.example/news/open-morning');
  await withdraw(office, idOf(pupils, '2041'), 'website');
  await withdraw(office, idOf(pupils, '2055'), 'newsletter');
  const list = () => staff2.ask(takedownEndpoints.list, { query: {} });
  const { items } = await askUntil(list, (answer) => answer.items.length === shown.length);
  const done = { outcome: 'removed', note: 'Replaced by a picture of the building.' } as const;
  await staff2.ask(takedownEndpoints.complete, { params: { takedownId: items[0]!.id }, body: done });
  const looks = () => staff.as.moderator.ask(takedownEndpoints.listLooks, { query: {} });
  await askUntil(looks, (answer) => answer.items.length > 0);
}

async function releaseBatch(
  staff: Staff,
  uploaded: Uploaded,
  shows: 'released' | 'takedown',
  channelId: string,
): Promise<string[]> {
  const { id: batchId, photos } = await screenedBatch(staff, uploaded, shows);
  for (const { id, state } of photos) if (state !== 'clear') await approve(staff.as.moderator2, id, 'all-permitted');
  const collector = staff.as[shows === 'released' ? 'staff' : 'staff2'];
  await collector.ask(releaseEndpoints.prepare, { params: { batchId }, body: { channelId } });
  const read = () => collector.ask(releaseEndpoints.status, { params: { batchId, channelId } });
  const status = await askUntil(read, (answer) => answer.photos.every(({ state }) => state === 'released'));
  return status.photos.map(({ releaseId }) => releaseId!);
}

async function post(collector: Caller, releaseIds: readonly string[], url: string): Promise<void> {
  for (const releaseId of releaseIds) {
    const body = { url, postedOn: daysFromNow(0) };
    await collector.ask(releaseEndpoints.post, { params: { releaseId }, body });
  }
}

async function withdraw(office: Caller, pupilId: string, channelId: string): Promise<void> {
  await office.ask(consentEndpoints.record, {
    params: { pupilId },
    body: {
      ...{ channelId, answer: 'withdrawn', basis: 'consent', validFrom: daysFromNow(0), validUntil: null },
      ...{ guardianId: null, givenBy: 'The mother', method: 'e-mail', evidenceReference: 'E-mail of today' },
    },
  });
}
