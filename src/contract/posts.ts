import { z } from 'zod';
import { day, id } from './common.ts';

/** Where a released photo was put, unless somebody said that it was recorded by mistake. */
export const standingPost = z.strictObject({ id, url: z.string(), postedOn: day });

/** A channel's own account, which its posts are expected on. */
export const accountUrl = z
  .string()
  .nullable()
  .meta({ description: 'Where the channel’s account is, if that was said.' });
