import sharp from 'sharp';
import { newId } from '../../src/lib/new-id.ts';
import { insertFile } from '../../src/store/insert-file.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { addFlagged, type Flagged } from '../features/moderation/seed.ts';
import { faceAt, noMetadata, textAt } from '../policy/evidence-of.ts';
import { demoPhoto } from '../support/images.ts';
import type { TestService } from '../support/service/start-service.ts';

let picture: Promise<Buffer> | undefined;

/** A photo of people, 800 x 600. */
export function smallPhoto(): Promise<Buffer> {
  picture ??= sharp(demoPhoto(1)).resize(800, 600, { fit: 'cover' }).jpeg().toBuffer();
  return picture;
}

/** One of the people of that photo, quick to screen. */
export function oneFace(): Promise<Buffer> {
  const part = { left: 200, top: 200, width: 640, height: 640 };
  return sharp(demoPhoto(1)).extract(part).resize(320, 320).jpeg().toBuffer();
}

/** Photos of one batch that are easy: an e-mail address was read, nobody is in them. */
export async function addEasy(service: TestService, count: number, beside?: Flagged): Promise<readonly Flagged[]> {
  const preview = await smallPhoto();
  const made: Flagged[] = [];
  for (let index = 0; index < count; index++) {
    service.clock.advance(1_000);
    const words = textAt(120, 80, `anna${index}@oak.example`, { kind: 'email' });
    const items = [{ carrier: 'gps', tag: 'GPSLatitude', value: '51.5' }];
    const metadata = { ...noMetadata, items, summary: 'This file held GPS.' };
    const first = beside ?? made[0];
    made.push(
      await addFlagged(service, {
        preview,
        observed: { faces: [], text: [words], metadata },
        ...(first === undefined ? {} : { beside: first }),
      }),
    );
  }
  return made;
}

/** A photo of two faces whose line-up is to be answered. */
export async function addForLineUp(service: TestService, beside?: Flagged): Promise<Flagged> {
  const observed = { faces: [faceAt(170), faceAt(430)] };
  return await addFlagged(service, {
    preview: await smallPhoto(),
    observed,
    ...(beside === undefined ? {} : { beside }),
  });
}

/** A portrait of a pupil: a plain picture. */
export async function addPortrait({ database, clock, vault }: TestService, pupilId: string): Promise<void> {
  const bytes = await sharp({ create: { width: 120, height: 160, channels: 3, background: '#7aa' } })
    .jpeg()
    .toBuffer();
  const stored = await vault.write('portrait', bytes);
  await withTransaction(database, (trx) => insertFile(trx, clock, stored, 'image/jpeg'));
  await database
    .insertInto('referencePhotos')
    .values({
      ...{ id: newId(), pupilId, purpose: 'portrait', fileId: stored.id, qualityJson: '{}' },
      addedAt: clock.now().toISOString(),
    })
    .execute();
}
