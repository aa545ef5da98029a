import { isoNow, isoToday, systemClock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/new-id.ts';
import type { Role } from '../../src/policy/words/role.ts';
import type { Database } from '../../src/store/database.ts';
import type { Client } from '../../tests/support/service/client.ts';
import { inside, type Site } from './site.ts';
import { until } from './until.ts';

const password = 'violin Harbour 42 lamps';
const setUpLink = /set-up#([\w-]{43})/;

/** What the answer of a request holds. Throws when it was refused. */
export async function expectJson<Answer>(reply: ReturnType<Client['get']>): Promise<Answer> {
  const { status, text, json } = await reply;
  if (status >= 400) throw new Error(`answered ${status}: ${text}`);
  return json as Answer;
}

/**
 * Set up a school on a started site: an administrator, called `admin`, and an open channel `website`. The channel and a
 * pupil list confirmed today are written into the database, because their approval is not what is measured.
 */
export async function makeSchool(site: Site): Promise<void> {
  await until('the set-up link is shown', () => setUpLink.test(site.serving().said()));
  const token = setUpLink.exec(site.serving().said())![1]!;
  const admin = site.browser('admin');
  const words = { token, schoolName: 'Oakfield', displayName: 'Jo Head', email: 'admin@oakfield.example', password };
  await expectJson(admin.post('/api/set-up', words));
  await inside(site.folder, async ({ store: { database } }) => {
    const { id: by } = await database.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
    await writeChannel(database, by);
  });
}

/** An open channel `website` and a pupil list confirmed now by this person. */
export async function writeChannel(database: Database, by: string): Promise<void> {
  const at = isoNow(systemClock);
  const said = { aim: '-', intendedAudience: '-', promotion: '-', audienceReason: '-' };
  await database
    .insertInto('channels')
    .values({
      ...{ id: 'website', name: 'Website', kind: 'website', audience: 'public', profile: 'strict', ...said },
      ...{ maxLongEdgePx: 1600, namesAllowed: 0, noRecordMeans: 'refused', state: 'open' },
      ...{ policyUrl: 'https://oakfield.example', appliedAt: at, appliedBy: by },
    })
    .execute();
  await database
    .insertInto('imports')
    .values({
      ...{ id: newId(), kind: 'confirmed-current', state: 'applied', fileName: null, sha256: null, fileId: null },
      ...{ mappingJson: '{}', summaryJson: '{}', createdAt: at, createdBy: by, appliedAt: at, appliedBy: by },
    })
    .execute();
}

/** Another account with these roles, signed in. */
export async function addPerson(site: Site, name: string, roles: readonly Role[]): Promise<Client> {
  const email = `${name}@oakfield.example`;
  await inside(site.folder, async ({ store: { database } }) => {
    const { passwordHash } = await database.selectFrom('accounts').select('passwordHash').executeTakeFirstOrThrow();
    const [id, at] = [newId(), isoNow(systemClock)];
    await database
      .insertInto('accounts')
      .values({ id, email, displayName: name, passwordHash, state: 'active', createdAt: at })
      .execute();
    const rows = roles.map((role) => ({ accountId: id, role, grantedAt: at, grantedBy: null }));
    await database.insertInto('accountRoles').values(rows).execute();
  });
  const client = site.browser(name);
  await expectJson(client.post('/api/session', { email, password }));
  return client;
}

/** Open a batch for the website; `pupils` are those who were there; none named: anybody. */
export async function openBatch(client: Client, title: string, pupils: readonly string[]): Promise<string> {
  const checklist = [
    { id: 'embarrassing', answer: 'no' },
    { id: 'everyone-knew', answer: 'yes' },
    { id: 'own-copyright', answer: 'yes' },
  ];
  const roll = { wholeSchool: pupils.length === 0, classes: [], years: [], pupils };
  const words = { title, eventDate: isoToday(systemClock), channels: ['website'], caption: '', altText: 'An event' };
  return (await expectJson<{ id: string }>(client.post('/api/batches', { ...words, roll, checklist }))).id;
}

/** Send one photo as the page does; the id it got. Throws when it was refused. */
export async function sendPhoto(
  client: Client,
  batchId: string,
  photo: Buffer,
): Promise<{ readonly photoId: string; readonly outcome: string }> {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(photo)]), 'photo.jpg');
  const { results } = await expectJson<{ results: { photoId: string | null; outcome: string }[] }>(
    client.send('POST', `/api/batches/${batchId}/photos`, { form }),
  );
  const { photoId, outcome } = results[0]!;
  if (photoId === null) throw new Error(`the photo was ${outcome}`);
  return { photoId, outcome };
}

/** Add a pupil who may appear everywhere for a year. */
export async function addPermittedPupil(office: Client, number: number): Promise<string> {
  const names = { firstName: `Given${number}`, lastName: `Family${number}`, preferredName: null, otherNames: [] };
  const rest = { className: '4B', yearGroup: '4', dateOfBirth: null };
  const body = { schoolNumber: `S${number}`, ...names, ...rest };
  const { id } = await expectJson<{ id: string }>(office.post('/api/pupils', body));
  await expectJson(office.post(`/api/pupils/${id}/consents`, answerOf('permitted')));
  return id;
}

/** A parent's answer for every channel, from today. */
export function answerOf(answer: 'permitted' | 'refused') {
  const [from, until] = [isoToday(systemClock), new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)];
  return {
    ...{ channelId: null, answer, basis: 'consent', validFrom: from, guardianId: null, givenBy: 'Mother' },
    ...{ validUntil: answer === 'permitted' ? until : null, method: 'paper-form', evidenceReference: null },
  };
}
