import { z } from 'zod';

const share = z.number().min(0).max(1);
const measuredShare = z
  .object({ share, from: share, to: share })
  .refine(({ share: middle, from, to }) => from <= middle && middle <= to, 'does not lie in its interval');
const wordErrors = z.object({ strangers: measuredShare, missed: measuredShare });

/** `GroupErrors` as they come back from files and storage. */
export const groupErrorsSchema = z.object({
  group: z.enum(['under-4', 'pupils', 'adults']),
  scale: z.enum(['alone', 'register']),
  likely: wordErrors,
  possible: wordErrors,
});
