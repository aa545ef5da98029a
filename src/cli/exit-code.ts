/** What the command says to the shell. */
export const exitCodes = {
  /** Every photo was checked and is clear. */
  clear: 0,
  /** Every photo was checked; at least one needs a person or is blocked. */
  flagged: 1,
  /** Something could not be checked, or the command could not be understood. */
  failed: 2,
  /** Stopped by Ctrl-C. */
  stopped: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
