import { registerPhotoEndpoints } from '../../contract/register-photos.ts';
import { route, type Route } from '../../http/route.ts';
import { enrolPupil } from './enrol-pupil.ts';
import { listPhotosDue } from './list-photos-due.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { readPortrait } from '../../pipeline/read-portrait.ts';
import { setPortrait } from './portrait.ts';
import { disownReferencePhoto } from './disown-reference-photo.ts';
import { listReferencePhotos, readReferencePhoto, removeReferencePhoto } from './reference-photos.ts';
import { singleUpload } from './store-photo.ts';

/** Portraits for the line-up and reference photos for matching. */
export function registerPhotoRoutes(parts: RegisterPhotoParts): readonly Route[] {
  return [
    route(registerPhotoEndpoints.setPortrait, ({ person, params, uploads, signal }) =>
      setPortrait(parts, person.accountId, params.pupilId, singleUpload(uploads), signal),
    ),
    route(registerPhotoEndpoints.readPortrait, ({ params }) => readPortrait(parts, params.pupilId)),
    route(registerPhotoEndpoints.list, ({ params }) => listReferencePhotos(parts, params.pupilId)),
    route(registerPhotoEndpoints.listDue, () => listPhotosDue(parts)),
    route(registerPhotoEndpoints.add, ({ person, params, body, uploads, signal }) => {
      const enrolling = { ...params, ...body, actor: person.accountId };
      return enrolPupil(parts, enrolling, singleUpload(uploads), signal);
    }),
    route(registerPhotoEndpoints.read, ({ params }) => readReferencePhoto(parts, params.referencePhotoId)),
    route(registerPhotoEndpoints.remove, async ({ person, params }) => {
      await removeReferencePhoto(parts, person.accountId, params.referencePhotoId);
      return undefined;
    }),
    route(registerPhotoEndpoints.disown, async ({ person, params }) => {
      await disownReferencePhoto(parts, person.accountId, params.referencePhotoId);
      return undefined;
    }),
  ];
}
