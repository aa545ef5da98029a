import { eraseDue } from './erase-due.ts';
import type { DueKind } from './find-due.ts';

/** Nothing of every kind: where counting begins, and what an older run says of kinds it did not know. */
export const noCounts = Object.fromEntries(Object.keys(eraseDue).map((kind) => [kind, 0])) as Readonly<
  Record<DueKind, number>
>;
