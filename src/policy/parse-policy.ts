import { z } from 'zod';
import { AppError } from '../lib/app-error.ts';
import { defaultSchoolPolicy } from './default-school-policy.ts';
import type { SchoolPolicy } from './words/school-policy.ts';

/** A share or probability. The upper limit is below 1, so that no setting can silently turn a check off. */
const upTo = (limit: number): z.ZodNumber => z.number().min(0).max(limit);
const words = z.string().trim().min(1);

/** The shape and limits of a complete school policy. */
export const schoolPolicySchema = z.strictObject({
  version: words,
  match: z
    .strictObject({
      likely: upTo(0.95),
      possible: upTo(0.9),
      nearTie: upTo(0.5),
      recognisablePx: z.number().min(1).max(100),
    })
    .refine((match) => match.possible <= match.likely, {
      path: ['possible'],
      error: '"possible" must not be above "likely"',
    }),
  faces: z.strictObject({ certain: upTo(0.9) }),
  prominence: z.strictObject({ faceShare: upTo(0.8), frontality: upTo(0.95) }),
  attire: z.strictObject({ swimwear: upTo(0.9), water: upTo(0.95), nudity: upTo(0.9) }),
  text: z.strictObject({ readable: upTo(0.95) }),
  devices: z.array(z.strictObject({ make: words, model: words, serial: words.exactOptional() })),
  copyrightHolders: z.array(words.min(3)),
}) satisfies z.ZodType<SchoolPolicy>;

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The defaults with the given entries laid over them, one level of groups deep; unknown keys are kept to be refused. */
function layOver(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...defaultSchoolPolicy };
  for (const [key, value] of Object.entries(given)) {
    const base = merged[key];
    merged[key] = isGroup(base) && isGroup(value) ? { ...base, ...value } : value;
  }
  return merged;
}

function describeIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

/**
 * A school policy from parsed JSON. Entries left out keep their default. A policy that changes something without naming
 * a version is called after the default, so that no verdict cites the default for different thresholds.
 * Throws AppError 'policy-invalid' that names every entry to mend.
 */
export function parsePolicy(json: unknown): SchoolPolicy {
  if (!isGroup(json)) throw new AppError('policy-invalid', { detail: 'the policy must be an object' });
  const version = Object.keys(json).length === 0 ? {} : { version: `${defaultSchoolPolicy.version}, changed` };
  const parsed = schoolPolicySchema.safeParse(layOver({ ...version, ...json }));
  if (!parsed.success) {
    throw new AppError('policy-invalid', { detail: parsed.error.issues.map(describeIssue).join('; ') });
  }
  return parsed.data;
}
