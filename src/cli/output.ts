/** Where a command writes. Standard output carries results only; everything else goes to standard error. */
export interface Output {
  result(text: string): void;
  notice(text: string): void;
  /** Whether results are read on a terminal: then colour helps. */
  readonly resultsOnTerminal: boolean;
  readonly noticesOnTerminal: boolean;
  /** Standard error, for a progress bar. */
  readonly noticeStream: NodeJS.WritableStream;
}

/** What a command is run with. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  /** Aborted by Ctrl-C, or when nobody reads the results any more. */
  readonly signal: AbortSignal;
}
