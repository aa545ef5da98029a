import { z } from 'zod';
import { id, moment } from './common.ts';
import { endpoint, file, json, nothing } from './endpoint.ts';
import { byPupil } from './register.ts';

const byDocument = z.strictObject({ documentId: id });

/** The scanned form or letter an answer rests on; null when there is none here. */
export const documentId = id.nullable().meta({ description: 'A scanned form or letter of this pupil, or null.' });

/** Scanned forms and letters. They are kept sealed and shown again as they are; nothing in them is looked at. */
export const documentEndpoints = {
  list: endpoint({
    name: 'documents.list',
    method: 'get',
    path: '/api/pupils/:pupilId/documents',
    summary: 'A pupil’s scanned forms and letters, the newest first.',
    roles: ['office', 'dsl'],
    params: byPupil,
    answer: json(
      z.strictObject({
        documents: z.array(
          z.strictObject({
            id,
            fileName: z.string(),
            bytes: z.int(),
            addedAt: moment,
            isReliedOn: z.boolean().meta({ description: 'An answer rests on it, so it cannot be removed.' }),
          }),
        ),
      }),
    ),
  }),
  add: endpoint({
    name: 'documents.add',
    method: 'post',
    path: '/api/pupils/:pupilId/documents',
    summary: 'Keep a scanned form or letter: PDF, JPEG or PNG. Name it in the answer that rests on it.',
    roles: ['office', 'dsl'],
    params: byPupil,
    upload: { field: 'file', maxBytes: 15_000_000, maxFiles: 1 },
    answer: json(z.strictObject({ id }), 201),
  }),
  read: endpoint({
    name: 'documents.read',
    method: 'get',
    path: '/api/documents/:documentId',
    summary: 'One scanned form or letter, as a download.',
    roles: ['office', 'dsl'],
    params: byDocument,
    answer: file('application/pdf', 'image/jpeg', 'image/png'),
  }),
  remove: endpoint({
    name: 'documents.remove',
    method: 'delete',
    path: '/api/documents/:documentId',
    summary: 'Remove a document that no answer rests on.',
    roles: ['office', 'dsl'],
    params: byDocument,
    answer: nothing,
  }),
} as const;
