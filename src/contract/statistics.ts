import { z } from 'zod';
import { day } from './common.ts';
import { endpoint, json } from './endpoint.ts';
import { reasonCode } from './photo-under-review.ts';

const counted = z.strictObject({ code: z.string(), photos: z.int() });

/** How the checks and the people who decide are doing, in numbers alone. */
export const statisticsEndpoints = {
  read: endpoint({
    name: 'statistics.read',
    method: 'get',
    path: '/api/statistics',
    summary: 'Counts of the last days: verdicts, time to a decision, reasons, overrides, false alarms, takedowns.',
    roles: ['admin', 'dsl'],
    query: z.strictObject({ days: z.coerce.number().int().min(7).max(366).default(84) }),
    answer: json(
      z.strictObject({
        from: day,
        until: day,
        photos: z.int().meta({ description: 'Received in this time and still on record.' }),
        weeks: z
          .array(
            z.strictObject({
              from: day.meta({ description: 'A Monday; the first week may be cut by the period.' }),
              clear: z.int(),
              review: z.int(),
              block: z.int(),
              unchecked: z.int(),
            }),
          )
          .meta({ description: 'Photos by the week they came and by what the first check said, oldest first.' }),
        decisionTime: z
          .strictObject({ photos: z.int(), medianMinutes: z.number(), ninetiethMinutes: z.number() })
          .nullable()
          .meta({ description: 'From upload to the first decision that stands; null when nothing was decided.' }),
        findings: z
          .array(counted)
          .meta({ description: 'Why first checks asked for a person, the most frequent first.' }),
        decisions: z.array(z.strictObject({ decision: z.enum(['approved', 'rejected']), reasonCode, photos: z.int() })),
        overrides: z.strictObject({ asked: z.int(), agreed: z.int(), refused: z.int() }),
        falseAlarms: z.strictObject({
          flagged: z.int().meta({ description: 'Photos that were flagged and have been decided.' }),
          approvedUnchanged: z.int().meta({ description: 'Of those, approved without a cover or crop.' }),
          named: z.int().meta({ description: 'Faces that the first check gave to a pupil.' }),
          notThisPupil: z.int().meta({ description: 'Of those photos’ faces, answered "not this pupil".' }),
        }),
        takedowns: z.strictObject({ asked: z.int(), onTime: z.int(), late: z.int(), open: z.int(), overdue: z.int() }),
      }),
    ),
  }),
} as const;
