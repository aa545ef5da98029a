import { z } from 'zod';
import { id, moment } from './common.ts';
import { endpoint, json } from './endpoint.ts';

const counts = z.strictObject({
  originals: z.int().meta({ description: 'Originals of batches that were decided.' }),
  unreleasedPhotos: z.int().meta({ description: 'Photos that were rejected or never released.' }),
  releasedPhotos: z.int().meta({ description: 'Clean copies and evidence of old releases; the ledger stays.' }),
  leavers: z.int().meta({ description: 'Pupils who left.' }),
  leaverTemplates: z
    .int()
    .meta({ description: 'Pupils whose face template went because their last day was past or they came of age.' }),
  imports: z.int().meta({ description: 'Uploaded lists.' }),
  rejectedPictures: z.int().meta({ description: 'What pictures are known by that were rejected.' }),
  sessions: z.int(),
  invitations: z.int(),
  jobs: z.int(),
  deliveries: z.int().meta({ description: 'Announcements to websites.' }),
});

const run = z.strictObject({
  id,
  dryRun: z.boolean(),
  startedAt: moment,
  finishedAt: moment.nullable(),
  startedBy: id.nullable().meta({ description: 'Null: the daily run.' }),
  counts,
});

/** What is erased because its time is over. It happens every day by itself; a dry run shows what would go. */
export const retentionEndpoints = {
  run: endpoint({
    name: 'retention.run',
    method: 'post',
    path: '/api/retention/runs',
    summary: 'Erase what is due now, or only count it (dry run).',
    roles: ['admin', 'dsl'],
    body: z.strictObject({ dryRun: z.boolean() }),
    answer: json(run, 201),
  }),
  list: endpoint({
    name: 'retention.listRuns',
    method: 'get',
    path: '/api/retention/runs',
    summary: 'The last runs and what each erased, the newest first.',
    roles: ['admin', 'dsl'],
    answer: json(z.strictObject({ runs: z.array(run) })),
  }),
} as const;
