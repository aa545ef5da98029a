import type { ErrorRequestHandler } from 'express';
import type { ErrorAnswer } from '../contract/common.ts';
import { AppError, toAppError } from '../lib/app-error.ts';
import type { Log } from '../lib/log.ts';
import { requestIdOf } from './request-id.ts';

/**
 * The one place where errors become answers; registered last. What a person can mend is explained; what is our own
 * fault gets a general message and an id, and the log has the rest.
 */
export function errorSender(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  return (thrown: unknown, _request, response, _next) => {
    const error = asAppError(thrown);
    const requestId = requestIdOf(response);
    response.locals.errorCode = error.code;
    if (error.status >= 500) log.error('request-failed', error, { requestId });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const explain = error.status < 500;
    const answer: ErrorAnswer = {
      error: {
        code: error.code,
        message: error.message,
        ...(explain && error.detail !== undefined ? { detail: error.detail } : {}),
        ...(explain && error.fields.length > 0 ? { fields: error.fields.map((field) => ({ ...field })) } : {}),
        requestId,
      },
    };
    response.removeHeader('Content-Disposition');
    response.set('Cache-Control', 'no-store');
    response.status(error.status).json(answer);
  };
}

/** Express itself throws for an address that cannot be decoded. */
function asAppError(thrown: unknown): AppError {
  if (thrown instanceof URIError) return new AppError('not-found', { cause: thrown });
  return toAppError(thrown);
}
