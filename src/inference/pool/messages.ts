import { AppError, toAppError, type ErrorCode } from '../../lib/app-error.ts';

/** An error on its way between processes. The codes are the closed table's; `stack` is for the log alone. */
export interface SentError {
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly stack?: string;
}

/** How a process is after a task. */
export interface ProcessState {
  /** Memory it holds. */
  readonly rssBytes: number;
  /** It asks to be replaced: something it could not stop may still be running in it. */
  readonly isSpent: boolean;
}

/** What the pool says to one of its processes. */
export type ToProcess =
  | { readonly type: 'start'; readonly settings: unknown }
  | { readonly type: 'share'; readonly shared: unknown }
  | { readonly type: 'task'; readonly id: number; readonly request: unknown };

/** What a process says to the pool. */
export type FromProcess =
  | { readonly type: 'ready' }
  | { readonly type: 'unfit'; readonly error: SentError }
  | { readonly type: 'progress'; readonly id: number; readonly step: unknown }
  | { readonly type: 'done'; readonly id: number; readonly answer: unknown; readonly state: ProcessState }
  | { readonly type: 'failed'; readonly id: number; readonly error: SentError; readonly state: ProcessState };

/** Any thrown value in the form that crosses the border. */
export function packError(thrown: unknown): SentError {
  const error = toAppError(thrown);
  const source = error.cause instanceof Error ? error.cause : error;
  return {
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(source.stack === undefined ? {} : { stack: source.stack }),
  };
}

/** The error on the other side, with its code unchanged and the far stack as cause. */
export function unpackError(sent: SentError): AppError {
  return new AppError(sent.code, {
    ...(sent.detail === undefined ? {} : { detail: sent.detail }),
    ...(sent.stack === undefined ? {} : { cause: sent.stack }),
  });
}
