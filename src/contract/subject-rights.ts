import { z } from 'zod';
import { id, line, moment } from './common.ts';
import { endpoint, file, json } from './endpoint.ts';
import { byPupil } from './register.ts';

const erasure = z.strictObject({
  id,
  pupilId: id,
  askedAt: moment,
  askedBy: z
    .strictObject({ id, displayName: z.string() })
    .nullable()
    .meta({ description: 'Null: retention did it by itself, or the command line.' }),
  finishedAt: moment.nullable().meta({ description: 'When the files were gone, too.' }),
  proof: z.strictObject({
    rows: z.record(z.string(), z.int()).meta({ description: 'How many rows went, by what they were.' }),
    files: z.int().meta({ description: 'Sealed files erased.' }),
    placesSearched: z
      .int()
      .meta({ description: 'Columns searched for the pupil’s ids after the erasure; none held one.' }),
    mentions: z
      .array(
        z.strictObject({
          place: z.string(),
          count: z.int(),
          rows: z.array(id).meta({ description: 'The first batches, photos or releases, where it is one of these.' }),
        }),
      )
      .meta({ description: 'Where the full name still stands in words that people wrote: for a person to look at.' }),
    photos: z.array(id).meta({ description: 'Photos that show or name the pupil, by evidence or answer: to look at.' }),
    takedowns: z.array(id).meta({ description: 'Takedowns opened for what is published.' }),
  }),
});

/** What a pupil or parent may ask for: a copy of everything, and to be erased. */
export const subjectRightsEndpoints = {
  copy: endpoint({
    name: 'subjectRights.copy',
    method: 'post',
    path: '/api/pupils/:pupilId/subject-access',
    summary: 'Everything held on a pupil, as JSON and files in a ZIP. Holds reasons only the DSL may read.',
    roles: ['dsl'],
    params: byPupil,
    answer: file('application/zip'),
  }),
  erase: endpoint({
    name: 'subjectRights.erase',
    method: 'post',
    path: '/api/pupils/:pupilId/erasure',
    summary: 'Erase a pupil: record, templates, pictures, and every trace of them elsewhere.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z.strictObject({
      schoolNumber: line(40).meta({ description: 'The pupil’s school number, typed again: there is no way back.' }),
    }),
    answer: json(z.strictObject({ id }), 202),
  }),
  list: endpoint({
    name: 'subjectRights.listErasures',
    method: 'get',
    path: '/api/erasures',
    summary: 'Erasures and their proof, the newest first.',
    roles: ['office', 'dsl'],
    answer: json(z.strictObject({ erasures: z.array(erasure) })),
  }),
  read: endpoint({
    name: 'subjectRights.readErasure',
    method: 'get',
    path: '/api/erasures/:erasureId',
    summary: 'One erasure and its proof.',
    roles: ['office', 'dsl'],
    params: z.strictObject({ erasureId: id }),
    answer: json(erasure),
  }),
} as const;
