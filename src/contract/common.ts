import { z } from 'zod';
import { errorCodes } from '../lib/app-error.ts';
import { roles } from '../policy/words/role.ts';

/** An id made by Photoward. */
export const id = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'must be an id from Photoward')
  .meta({ description: 'An id made by Photoward (ULID).' });

/** A channel's own name in addresses: 'website', 'facebook'. */
export const channelId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'must be 2 to 40 lower-case letters, digits and hyphens, starting with a letter');

/** A calendar day, e.g. 2026-03-31. */
export const day = z.iso.date('must be a day like 2026-03-31');

/** A UTC moment in ISO form. */
export const moment = z.iso.datetime('must be a UTC time like 2026-03-31T09:00:00.000Z');

export const role = z.enum(roles);

/**
 * One line of text: trimmed, not empty, no control characters, and none that turn round the letters after them (U+202D,
 * U+202E): such a text is shown as one thing and checked for names as another.
 */
export function line(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(maxLength, `must have at most ${maxLength} characters`)
    .regex(/^[^\p{Cc}\u202d\u202e]*$/u, 'must be one line without control characters');
}

/** Some lines of text, like `line`; may be empty. Line breaks and tabs are the only control characters. */
export function paragraph(maxLength: number) {
  return z
    .string()
    .trim()
    .max(maxLength, `must have at most ${maxLength} characters`)
    .regex(/^(?:[^\p{Cc}\u202d\u202e]|[\n\r\t])*$/u, 'must not hold control characters');
}

/** An e-mail address, in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'must have at most 254 characters')
  .pipe(z.email('must be an e-mail address'));

/** An address on the web; http only for a machine’s own name is not worth an exception. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
  .max(2_000, 'must have at most 2000 characters');

/** Cursor paging: pass `next` of the last answer as `after`. */
export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** `next` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

/** The one shape of every refusal. */
export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.enum(errorCodes as [string, ...string[]]),
    message: z.string().meta({ description: 'What happened and what to do, in plain words.' }),
    detail: z.string().optional(),
    fields: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string().meta({ description: 'Quote this when asking for help; the log has it too.' }),
  }),
});

export type { ErrorCode } from '../lib/app-error.ts';

export type ErrorAnswer = z.infer<typeof errorAnswer>;
