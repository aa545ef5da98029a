import { z } from 'zod';
import { weightGroups } from './stored-weights.ts';

const number = z.union([z.string(), z.number()]).transform(Number);
const text = z.string().transform((base64) => Buffer.from(base64, 'base64').toString('utf8'));

const attribute = z.object({
  i: number.optional(),
  b: z.boolean().optional(),
  s: text.optional(),
  type: z.string().optional(),
  list: z.object({ i: z.array(number).optional(), s: z.array(text).optional() }).optional(),
});

const graphNode = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), attribute).default({}),
});

/** The topology file of a TensorFlow.js graph model, as far as conversion needs it. */
export const graphModel = z.object({
  modelTopology: z.object({ node: z.array(graphNode) }),
  weightsManifest: weightGroups,
});

export type GraphNode = z.infer<typeof graphNode>;
export type GraphModel = z.infer<typeof graphModel>;
