import type { AnswerOf } from '../contract/endpoint.ts';
import { uploadEndpoints } from '../contract/uploads.ts';
import { daysFromNow } from './days-from-now.ts';
import { idOf, type Pupils } from './fill-register.ts';
import { askUntil } from './open-caller.ts';
import { sampleEvents, type Picture, type SampleEvent } from './sample-events.ts';
import type { Staff } from './sign-in-people.ts';
import { drawField, takePicture } from './take-picture.ts';
import { bySchoolCamera } from './picture-metadata.ts';

export type Batch = AnswerOf<typeof uploadEndpoints.read>;

/** Batch ids by what they show. */
export type Uploaded = ReadonlyMap<SampleEvent['shows'], string>;

/** Open every batch, send its photos and submit it; screening goes on behind. The draft stays open. */
export async function uploadEvents(staff: Staff, pupils: Pupils): Promise<Uploaded> {
  const uploaded = new Map<SampleEvent['shows'], string>();
  for (const event of sampleEvents) uploaded.set(event.shows, await uploadEvent(staff, pupils, event));
  return uploaded;
}

async function uploadEvent({ as }: Staff, pupils: Pupils, event: SampleEvent): Promise<string> {
  const { title, caption, altText, pictures } = event;
  const caller = as[event.by];
  const { id: batchId } = await caller.ask(uploadEndpoints.open, {
    body: {
      ...{ title, caption, altText, eventDate: daysFromNow(-event.daysAgo), channels: [...event.channels] },
      roll: {
        ...{ wholeSchool: false, classes: [...event.classes], years: [] },
        pupils: event.pupils.map((schoolNumber) => idOf(pupils, schoolNumber)),
      },
      checklist: [
        { id: 'embarrassing', answer: event.shows === 'flagged' ? 'not-sure' : 'no' },
        { id: 'everyone-knew', answer: 'yes' },
        { id: 'own-copyright', answer: 'yes' },
      ],
    },
  });
  for (const [name, picture] of Object.entries(pictures)) {
    const files = [{ name, bytes: await make(picture) }];
    await caller.ask(uploadEndpoints.upload, { params: { batchId }, files });
  }
  if (event.shows !== 'draft') await caller.ask(uploadEndpoints.submit, { params: { batchId } });
  return batchId;
}

async function make(picture: Picture): Promise<Buffer> {
  return 'fieldAtPx' in picture ? await drawField(picture.fieldAtPx, bySchoolCamera) : await takePicture(picture);
}

/** A batch when nothing of it is being screened any more. */
export async function screenedBatch({ as }: Staff, uploaded: Uploaded, shows: SampleEvent['shows']): Promise<Batch> {
  const { by } = sampleEvents.find((event) => event.shows === shows)!;
  const params = { batchId: uploaded.get(shows)! };
  const read = (): Promise<Batch> => as[by].ask(uploadEndpoints.read, { params });
  return await askUntil(read, ({ counts }) => counts.waiting === 0);
}
