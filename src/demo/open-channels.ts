import type { BodySent } from '../contract/endpoint.ts';
import { channelEndpoints } from '../contract/channels.ts';
import { setupEndpoints } from '../contract/setup.ts';
import { daysFromNow } from './days-from-now.ts';
import { schoolDevice } from './picture-metadata.ts';
import { schoolName, type Staff } from './sign-in-people.ts';

const policyUrl = 'https://marlfield.example/photo-policy';

type Channel = Omit<BodySent<typeof channelEndpoints.apply>, 'noRecordMeans' | 'policyUrl' | 'staff'>;

const channels: readonly Channel[] = [
  {
    ...{ id: 'website', name: 'School website', kind: 'website', profile: 'strict', audience: 'public' },
    ...{ maxLongEdgePx: 1600, namesAllowed: false, accountUrl: 'https://marlfield.example' },
    ...{ aim: 'Show families what their children do.', intendedAudience: 'Families and neighbours' },
    ...{ promotion: 'Linked from every letter.', audienceReason: 'Prospective families look there.' },
  },
  {
    ...{ id: 'newsletter', name: 'Newsletter', kind: 'newsletter', profile: 'standard', audience: 'closed' },
    ...{ maxLongEdgePx: 1200, namesAllowed: true, accountUrl: null },
    ...{ aim: 'Tell families about the week.', intendedAudience: 'Families of pupils on roll' },
    ...{ promotion: 'Sent by e-mail on Fridays.', audienceReason: 'Only families of pupils get it.' },
  },
  {
    ...{ id: 'facebook', name: 'Facebook page', kind: 'facebook', profile: 'strict', audience: 'public' },
    ...{ maxLongEdgePx: 1200, namesAllowed: false, accountUrl: 'https://facebook.example/marlfield' },
    ...{ aim: 'Reach families who do not read letters.', intendedAudience: 'Families and the village' },
    ...{ promotion: 'Poster at the gate.', audienceReason: 'The page is meant for the village, too.' },
  },
  {
    ...{ id: 'instagram', name: 'Instagram', kind: 'instagram', profile: 'strict', audience: 'public' },
    ...{ maxLongEdgePx: 1080, namesAllowed: false, accountUrl: null },
    ...{ aim: 'Show art from the after-school club.', intendedAudience: 'Families' },
    ...{ promotion: 'Not yet.', audienceReason: 'To be discussed with the governors.' },
  },
];

/** The school's details, devices, channels (one still waits for approval) and the signed impact assessment. */
export async function openChannels({ as, ids }: Staff): Promise<void> {
  const { admin } = as;
  await admin.ask(setupEndpoints.changeSchool, {
    body: {
      ...{ name: schoolName, urn: '100000', address: '1 Marl Lane\nMarlfield', language: 'en' },
      ...{ websiteUrl: 'https://marlfield.example', policyUrl, dataProtectionContact: 'dpo@marlfield.example' },
      ...{ safeguardingContact: 'Miriam Tallis, 01632 960101', complaintsContact: 'The chair of governors' },
    },
  });
  await admin.ask(setupEndpoints.addDevice, { body: { ...schoolDevice, label: 'Camera in the office' } });
  for (const channel of channels) {
    const staff = [ids.staff, ids.staff2];
    await admin.ask(channelEndpoints.apply, { body: { ...channel, noRecordMeans: 'refused', policyUrl, staff } });
    if (channel.id !== 'instagram') await approve(admin, channel.id);
  }
  await admin.ask(setupEndpoints.signOffDpia, {
    body: {
      ...{ signedByName: 'Helen Marchetti', signedByPosition: 'Headteacher', documentReference: 'DPIA 12, version 3' },
      ...{ signedOn: daysFromNow(-40), reviewOn: daysFromNow(325), officerConsulted: 'Ina Lowther' },
      officerAdvice: 'Go on, with consent for each pupil and with people deciding.',
    },
  });
}

async function approve(admin: Staff['as']['admin'], channelId: string): Promise<void> {
  const nextReviewOn = daysFromNow(channelId === 'facebook' ? 10 : 300);
  const leader = { leaderName: 'Helen Marchetti', leaderPosition: 'Headteacher', note: 'Agreed at the staff meeting.' };
  await admin.ask(channelEndpoints.review, {
    params: { channelId },
    body: { outcome: 'approved', ...leader, nextReviewOn },
  });
}
