import { z } from 'zod';
import { evidenceSchemas } from '../../src/policy/evidence-schemas.ts';

const failed = z.strictObject({
  status: z.literal('failed'),
  detector: z.string(),
  version: z.string(),
  error: z.strictObject({ code: z.string(), message: z.string() }),
});
const off = z.strictObject({ status: z.literal('off'), why: z.string() });
const item = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('observed'), detector: z.string(), version: z.string(), value }),
    failed,
    off,
  ]);
const point = z.strictObject({ x: z.number(), y: z.number() });
const face = z.strictObject({
  box: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  score: z.number().min(0).max(1),
  landmarks: z.strictObject({ eyeLeft: point, eyeRight: point, nose: point, mouthLeft: point, mouthRight: point }),
  sizePx: z.number(),
  frontality: z.number().min(0).max(1),
  sharpness: z.number().min(0).max(1),
  incomparable: z.enum(['too-small', 'too-blurred', 'turned-away', 'too-hidden']).nullable(),
  candidates: z.array(z.strictObject({ pupil: z.string(), score: z.number().min(0).max(1) })),
});

/** What one line of `photoward check --json` holds: all of it, and nothing else. */
export const photoLine = z.strictObject({
  file: z.string(),
  verdict: z.enum(['clear', 'review', 'block']),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['block', 'review', 'unknown', 'note']),
      subject: z.string(),
      reason: z.string(),
      pupils: z.array(z.string()).optional(),
    }),
  ),
  coverage: z.strictObject({
    mayBeHere: z.number(),
    matched: z.number(),
    lineUp: z.array(z.string()),
    line: z.string(),
  }),
  policyVersion: z.string(),
  evidence: z.strictObject({
    file: item(evidenceSchemas.file),
    metadata: item(evidenceSchemas.metadata),
    clean: item(evidenceSchemas.clean),
    faces: item(z.array(face)),
    match: item(evidenceSchemas.match),
    attire: item(evidenceSchemas.attire),
    nudity: z.discriminatedUnion('status', [z.strictObject({ status: z.literal('observed') }), failed, off]),
    text: item(evidenceSchemas.text),
  }),
  clean: z
    .strictObject({
      file: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      width: z.number(),
      height: z.number(),
    })
    .nullable(),
  drawn: z.string().nullable(),
  timings: z.record(z.string(), z.number()),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});

export type PhotoLine = z.infer<typeof photoLine>;

/** The lines of a run, each checked, by the last part of its file's path. */
export function readLines(out: string): Map<string, PhotoLine> {
  const lines = out.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const parsed = photoLine.parse(JSON.parse(line));
      return [parsed.file.split('/').at(-1)!, parsed];
    }),
  );
}
