import { readFileSync } from 'node:fs';
import { newId } from '../../../src/lib/new-id.ts';
import type { Client } from '../../support/service/client.ts';
import type { TestService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';

/** One of six photos of adults that come with the face-api package. */
export function demoPhoto(number: 1 | 2 | 3 | 4 | 5 | 6): Buffer {
  return readFileSync(`node_modules/@vladmandic/face-api/demo/sample${number}.jpg`);
}

export const answers = [
  { id: 'embarrassing', answer: 'no' },
  { id: 'everyone-knew', answer: 'yes' },
  { id: 'own-copyright', answer: 'yes' },
] as const;

export const newBatch = {
  title: 'Sports day',
  eventDate: '2026-02-27',
  channels: ['website'],
  roll: { wholeSchool: true, classes: [], years: [], pupils: [] },
  caption: 'A sunny day',
  altText: 'Children running',
  checklist: answers,
};

/** A pupil on record. Returns the id. */
export async function addPupil(
  { database, clock }: TestService,
  pupil: { readonly first: string; readonly last: string; readonly className?: string },
): Promise<string> {
  const [id, at] = [newId(), clock.now().toISOString()];
  await database
    .insertInto('pupils')
    .values({
      ...{ id, schoolNumber: `N${id.slice(-8)}`, firstName: pupil.first, lastName: pupil.last, otherNamesJson: '[]' },
      ...{ className: pupil.className ?? null, yearGroup: null, dateOfBirth: null, createdAt: at, updatedAt: at },
    })
    .execute();
  return id;
}

/** Consent for every channel. */
export async function permit({ database, clock }: TestService, pupilId: string): Promise<void> {
  await database
    .insertInto('consents')
    .values({
      ...{ id: newId(), pupilId, channelId: null, answer: 'permitted', basis: 'consent' },
      ...{ validFrom: '2025-09-01', validUntil: '2026-08-31', givenBy: 'Parent', method: 'form' },
      recordedAt: clock.now().toISOString(),
    })
    .execute();
}

/** An absolute restriction with a sealed reason. */
export async function restrict(service: TestService, pupilId: string, reason: string): Promise<void> {
  const { database, clock, accountIds } = service;
  const id = newId();
  await database
    .insertInto('restrictions')
    .values({
      ...{ id, pupilId, startsOn: '2025-09-01', recordedBy: accountIds.dsl },
      sealedReason: service.service.parts.sealer.sealText(`restriction/${id}`, reason),
      recordedAt: clock.now().toISOString(),
    })
    .execute();
}

/** A batch opened by this person, on the open channel "website". */
export async function startBatch(
  service: TestService,
  client: Client,
  more: Partial<Record<keyof typeof newBatch, unknown>> = {},
): Promise<string> {
  const channel = await service.database
    .selectFrom('channels')
    .select('id')
    .where('id', '=', 'website')
    .executeTakeFirst();
  if (channel === undefined) await openChannel(service, await service.signInAs('admin'));
  const reply = await client.post('/api/batches', { ...newBatch, ...more });
  if (reply.status !== 201) throw new Error(reply.text);
  return (reply.json as { id: string }).id;
}

/** Send files to a batch in one request. */
export async function send(client: Client, batchId: string, files: Readonly<Record<string, Buffer>>) {
  const form = new FormData();
  for (const [name, bytes] of Object.entries(files)) form.append('photo', new Blob([new Uint8Array(bytes)]), name);
  return await client.send('POST', `/api/batches/${batchId}/photos`, { form });
}

/** Wait until nothing is being screened, by the service's own progress events. */
export async function untilScreened(client: Client, batchId: string, origin: string): Promise<void> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const stop = new AbortController();
  const response = await fetch(new URL(`/api/batches/${batchId}/progress`, origin), {
    headers: { origin, cookie },
    signal: stop.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    const last = text.split('\n\n').findLast((event) => event.startsWith('data: '));
    if (last !== undefined && isWaitingForNone(last.slice(6))) break;
  }
  stop.abort();
}

function isWaitingForNone(event: string): boolean {
  return (JSON.parse(event) as { counts: { waiting: number } }).counts.waiting === 0;
}
