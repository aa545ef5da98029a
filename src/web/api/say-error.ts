import type { Strings } from '../strings/strings.ts';
import { ApiError } from './api-error.ts';

/** What to show for any error: what happened and what to do. */
export function sayError(error: unknown, strings: Strings): string {
  if (!(error instanceof ApiError)) return strings.errors.unexpected;
  if (error.code === 'offline') return strings.errors.offline;
  if (error.message === '') return strings.errors.unexpected;
  const detail = error.detail === undefined ? '' : ` (${error.detail})`;
  return `${error.message}${detail}`;
}
