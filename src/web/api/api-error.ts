import type { ErrorAnswer } from '../../contract/common.ts';

/** One field of a form that the service could not use. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * A refusal by the service, or no answer at all (`offline`). `message` is written for people and is safe to show;
 * `fields` names the fields to mend.
 */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | undefined;

  constructor(status: number, error: Partial<ErrorAnswer['error']> & { readonly code: string }) {
    super(error.message ?? '');
    this.name = 'ApiError';
    this.status = status;
    this.code = error.code;
    this.detail = error.detail;
    this.fields = error.fields ?? [];
    this.requestId = error.requestId;
  }
}

/** Read a refusal; something that is not ours (a proxy's page, say) becomes `unexpected`. */
export function apiErrorOf(status: number, body: unknown): ApiError {
  const error = (body as Partial<ErrorAnswer> | undefined)?.error;
  return new ApiError(status, typeof error?.code === 'string' ? error : { code: 'unexpected' });
}
