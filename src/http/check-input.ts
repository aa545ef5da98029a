import type { z } from 'zod';
import { AppError, type FieldProblem } from '../lib/app-error.ts';

/** A value through its schema. Throws `invalid-input` with every field that must be mended; values are not repeated. */
export function checkInput(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', { fields: parsed.error.issues.slice(0, 50).flatMap(problemsOf) });
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 20).map((key) => ({
      path: [path, key.slice(0, 60)].filter((part) => part !== '').join('.'),
      message: 'is not a field here',
    }));
  }
  return [{ path, message: describe(issue) }];
}

/** Our own schemas bring their own words; zod's own are put plainly. */
function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'is missing';
  return issue.message.replace(/^Invalid input: /, '').replace(/^expected/, 'must be');
}
