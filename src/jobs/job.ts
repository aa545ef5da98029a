/** A claimed job. The token proves the claim: when another process has taken the job over, it no longer fits. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly leaseToken: string;
}
