import { isoDayOf } from '../../lib/clock.ts';
import { stateOfTemplate } from '../../policy/register/state-of-template.ts';
import type { RegisterPhotoParts } from './parts.ts';

/**
 * Reference photos for matching, of one pupil or of everybody, newest first, with what their templates are worth to the
 * nets in use.
 */
export async function findReferences(
  { database, clock, screening }: Pick<RegisterPhotoParts, 'database' | 'clock' | 'screening'>,
  pupilId?: string,
) {
  const inUse = await screening().templateModel();
  const all = database
    .selectFrom('referencePhotos')
    .leftJoin('faceTemplates', 'faceTemplates.referencePhotoId', 'referencePhotos.id')
    .select([
      'referencePhotos.id',
      'referencePhotos.pupilId',
      'referencePhotos.qualityJson',
      'referencePhotos.addedAt',
      'faceTemplates.model',
      'faceTemplates.unusableBy',
    ])
    .where('referencePhotos.purpose', '=', 'enrolment')
    .orderBy('referencePhotos.id', 'desc');
  const rows = await (pupilId === undefined ? all : all.where('referencePhotos.pupilId', '=', pupilId)).execute();
  return rows.map(({ model, unusableBy, ...photo }) => ({
    ...photo,
    addedOn: isoDayOf(clock, photo.addedAt),
    template: stateOfTemplate({ model, unusableBy }, inUse),
  }));
}
