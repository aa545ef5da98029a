import type { AnsweredQuestion } from './words/handling-policy.ts';

/** Whether an answer of the uploader's checklist raises a concern: any other than the hoped one, "not sure" included. */
export function isDoubt({ answer, expected }: AnsweredQuestion): boolean {
  return answer !== expected;
}
