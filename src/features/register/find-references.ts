import { stateOfTemplate } from '../../policy/register/state-of-template.ts';
import type { RegisterPhotoParts } from './parts.ts';

/**
 * Reference photos for matching, of one pupil or of everybody, newest first, with what their templates are worth to the
 * nets in use.
 */
export async function findReferences(
  { database, screening }: Pick<RegisterPhotoParts, 'database' | 'screening'>,
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
    addedOn: photo.addedAt.slice(0, 10),
    template: stateOfTemplate({ model, unusableBy }, inUse),
  }));
}
