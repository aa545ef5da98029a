import { z } from 'zod';
import { auditTopics, type AuditTopic } from './audit-topics.ts';
import { day, id, moment, pageOf, pageQuery } from './common.ts';
import { endpoint, file, json } from './endpoint.ts';

const event = z.strictObject({
  seq: z.int(),
  at: moment,
  actor: z.strictObject({ id: z.string(), displayName: z.string() }),
  action: z.string(),
  sentence: z.string().meta({ description: 'What was done, in words that follow the actor’s name.' }),
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});

const head = z.strictObject({ seq: z.int(), hash: z.string() });

/** What happened, in order, provably. No role can change or clear it. */
export const auditEndpoints = {
  list: endpoint({
    name: 'audit.list',
    method: 'get',
    path: '/api/audit',
    summary: 'The audit log, the newest first.',
    roles: ['admin', 'dsl'],
    query: z.strictObject({
      ...pageQuery,
      actor: id.optional(),
      action: z.string().max(60).optional(),
      topic: z.enum(Object.keys(auditTopics) as AuditTopic[]).optional(),
      from: day.optional(),
      to: day.optional(),
      subject: z.string().max(60).optional().meta({ description: 'The id of a photo, pupil, batch…' }),
    }),
    answer: json(pageOf(event)),
  }),
  verify: endpoint({
    name: 'audit.verify',
    method: 'post',
    path: '/api/audit/verify',
    summary: 'Check every link of the log, and that an end noted earlier is still in it.',
    roles: ['admin', 'dsl'],
    body: z.strictObject({ noted: head.optional() }),
    answer: json(
      z.strictObject({
        whole: z.boolean(),
        head: head.nullable(),
        broken: z.strictObject({ seq: z.int(), why: z.enum(['gap', 'changed', 'unlinked', 'cut-short']) }).nullable(),
      }),
    ),
  }),
  export: endpoint({
    name: 'audit.export',
    method: 'get',
    path: '/api/audit/export',
    summary: 'The whole log, one JSON object a line, as it is hashed.',
    roles: ['admin', 'dsl'],
    answer: file('application/x-ndjson'),
  }),
} as const;
