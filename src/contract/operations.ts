import { z } from 'zod';
import { id, moment } from './common.ts';
import { endpoint, json } from './endpoint.ts';

const net = z.strictObject({
  id: z.string(),
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  licence: z.string(),
  source: z.string().meta({ description: 'The package and version the file was made from.' }),
  limits: z.array(z.string()).meta({ description: 'What it is known to do badly, in English sentences.' }),
  state: z.enum(['intact', 'altered', 'missing']),
});

const pack = z.strictObject({
  id: z.string(),
  job: z.enum(['detection', 'matching']),
  licence: z.string(),
  author: z.string(),
  address: z.string(),
  notes: z.array(z.string()),
  whyUnusable: z.string().nullable(),
  state: z.enum(['not-added', 'intact', 'altered']),
  isInUse: z.boolean(),
});

const backup = z.strictObject({
  id,
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  madeAt: moment,
});

/** What the installation itself stands on: its nets and its backups. */
export const operationsEndpoints = {
  listModels: endpoint({
    name: 'operations.listModels',
    method: 'get',
    path: '/api/models',
    summary:
      'Every net that looks at photos: source, licence, known limits, and whether its file is the one on record.',
    roles: ['admin', 'dsl', 'office'],
    answer: json(z.strictObject({ nets: z.array(net), packs: z.array(pack) })),
  }),
  readBackups: endpoint({
    name: 'operations.readBackups',
    method: 'get',
    path: '/api/backups',
    summary: 'The last backups, the newest first, and whether it is time for another.',
    roles: ['admin', 'dsl'],
    answer: json(
      z.strictObject({
        state: z.enum(['never', 'old', 'fresh']).meta({ description: 'Old: the last was made over a week ago.' }),
        backups: z.array(backup),
      }),
    ),
  }),
} as const;
