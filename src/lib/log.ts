import pino from 'pino';
import { toAppError } from './app-error.ts';

/** Codes, ids, numbers: never names, addresses, file names, captions or query strings. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** A log that takes a fixed event name and plain fields, so that free text about people has no way in. */
export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  /** The error's code and place are kept; its message is kept without quoted text and addresses. */
  readonly error: (event: string, error: unknown, fields?: LogFields) => void;
}

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where lines go; the standard output when left out. */
  readonly destination?: { readonly write: (line: string) => void };
}

/** One JSON object a line, through pino. */
export function createLog(options: LogOptions): Log {
  const settings = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  return {
    info: (event, fields) => {
      logger.info(fields ?? {}, event);
    },
    warn: (event, fields) => {
      logger.warn(fields ?? {}, event);
    },
    error: (event, error, fields) => {
      logger.error({ ...fields, ...describeError(error) }, event);
    },
  };
}

function describeError(error: unknown): LogFields {
  const known = toAppError(error);
  const cause = known.cause instanceof Error ? known.cause : known;
  return { code: known.code, cause: cause.name, causeMessage: scrub(cause.message), at: placeOf(cause) };
}

/** Where it was thrown: the stack without its first line, which repeats the message. */
function placeOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' < ');
}

/** Quoted text and e-mail addresses are where input is repeated in messages. */
function scrub(message: string): string {
  return message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replaceAll(/\S+@\S+/g, '…')
    .slice(0, 300);
}
