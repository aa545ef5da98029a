import { z } from 'zod';
import { id, moment } from './common.ts';
import { endpoint, file, json, nothing } from './endpoint.ts';
import { byPupil, pupilNamed } from './register.ts';

const upload = { field: 'photo', maxBytes: 25_000_000, maxFiles: 1 } as const;
const byReference = z.strictObject({ referencePhotoId: id });
const share = z.number().min(0).max(1);

/** Part of a portrait’s address; the portrait of now is the answer, whatever it says. */
export const whichPortrait = z.strictObject({
  portraitId: id.optional().meta({
    description: 'Of the pupil, so that a browser that holds the portrait from before asks again.',
  }),
});

/** Pictures of pupils: the school portrait people compare with, and reference photos that faces are matched with. */
export const registerPhotoEndpoints = {
  setPortrait: endpoint({
    name: 'pupilPhotos.setPortrait',
    method: 'put',
    path: '/api/pupils/:pupilId/portrait',
    summary: 'Replace a pupil’s school portrait. No face in it is ever looked for or compared by Photoward.',
    roles: ['office'],
    params: byPupil,
    upload,
    answer: json(z.strictObject({ id }), 201),
  }),
  readPortrait: endpoint({
    name: 'pupilPhotos.readPortrait',
    method: 'get',
    path: '/api/pupils/:pupilId/portrait',
    summary: 'A pupil’s school portrait, for answering the line-up.',
    roles: ['office', 'moderator', 'dsl'],
    params: byPupil,
    query: whichPortrait,
    answer: file('image/jpeg'),
  }),
  list: endpoint({
    name: 'pupilPhotos.list',
    method: 'get',
    path: '/api/pupils/:pupilId/reference-photos',
    summary: 'A pupil’s reference photos and how good they are.',
    roles: ['office', 'dsl'],
    params: byPupil,
    answer: json(
      z.strictObject({
        photos: z.array(
          z.strictObject({
            ...{ id, sizePx: z.number(), sharpness: share, frontality: share, addedAt: moment },
            template: z.enum(['current', 'waiting', 'unusable']).meta({
              description:
                'current: it is compared; waiting: not yet, it is still to be made again for the nets in use; unusable: they cannot use this photo.',
            }),
          }),
        ),
        age: z.enum(['current', 'ageing', 'aged']).nullable().meta({
          description:
            'How old the newest that is compared is by the policy: ageing, take a new one; aged, a likeness only goes to a person; null: none is compared.',
        }),
      }),
    ),
  }),
  listDue: endpoint({
    name: 'pupilPhotos.listDue',
    method: 'get',
    path: '/api/reference-photos',
    summary: 'Pupils who may be matched by face and need a new reference photo, most urgent first.',
    roles: ['office', 'dsl'],
    answer: json(
      z.strictObject({
        items: z.array(
          z.strictObject({
            ...pupilNamed,
            need: z.enum(['none-usable', 'aged', 'ageing', 'some-unusable']).meta({
              description:
                'none-usable: the nets in use can use no photo of theirs; aged, ageing: how old the newest that is compared is; some-unusable: others are compared.',
            }),
          }),
        ),
      }),
    ),
  }),
  add: endpoint({
    name: 'pupilPhotos.add',
    method: 'post',
    path: '/api/pupils/:pupilId/reference-photos',
    summary: 'Enrol a pupil with a reference photo. Only with a complete biometric permission, and with matching on.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z
      .strictObject({
        differsFrom: z
          .array(id)
          .max(5)
          .default([])
          .meta({ description: 'Pupils this one looks like but is not: twins, brothers and sisters.' }),
        isSamePupil: z
          .boolean()
          .default(false)
          .meta({ description: 'It is this pupil, although the face is not like the earlier reference photos.' }),
      })
      .prefault({}),
    upload,
    answer: json(z.strictObject({ id, sizePx: z.number(), sharpness: share, frontality: share }), 201),
  }),
  read: endpoint({
    name: 'pupilPhotos.read',
    method: 'get',
    path: '/api/reference-photos/:referencePhotoId',
    summary: 'One reference photo.',
    roles: ['office', 'dsl'],
    params: byReference,
    answer: file('image/jpeg'),
  }),
  remove: endpoint({
    name: 'pupilPhotos.remove',
    method: 'delete',
    path: '/api/reference-photos/:referencePhotoId',
    summary: 'Remove a reference photo and its template.',
    roles: ['office', 'dsl'],
    params: byReference,
    answer: nothing,
  }),
  disown: endpoint({
    name: 'pupilPhotos.disown',
    method: 'post',
    path: '/api/reference-photos/:referencePhotoId/disown',
    summary: 'Remove a reference photo that shows another child. The pupil is looked for again where it was compared.',
    roles: ['office', 'dsl'],
    params: byReference,
    answer: nothing,
  }),
} as const;
