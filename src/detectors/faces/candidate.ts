import type { Box } from '../../lib/geometry.ts';

/** One raw box of one net. `score` is the net's own, 0 to 1. */
export interface Candidate {
  readonly box: Box;
  readonly score: number;
}
