/** Where one file is on its way to the service. */
export type FileState = 'waiting' | 'sending' | 'arrived' | 'already-there' | 'refused' | 'failed';

export interface SendingFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  readonly state: FileState;
  /** Why it was refused: code and English words of the service. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** The files of one batch that this window sends. */
export interface Sending {
  readonly files: readonly SendingFile[];
  readonly isPaused: boolean;
}

const ended: readonly FileState[] = ['arrived', 'already-there', 'refused'];

/** Whether files are still on their way, so that leaving the window would cut them off. */
export function isUnderWay({ files }: Sending): boolean {
  return files.some(({ state }) => state === 'waiting' || state === 'sending');
}

/** The counts behind the overall progress. `share` is of bytes, 0 to 1; a file that ended counts whole. */
export function progressOf({ files }: Sending): {
  readonly arrived: number;
  readonly failed: number;
  readonly refused: number;
  readonly share: number;
} {
  const sentOf = (file: SendingFile): number => (ended.includes(file.state) ? file.bytes : file.sent);
  const sum = (of: (file: SendingFile) => number): number => files.reduce((total, file) => total + of(file), 0);
  return {
    arrived: files.filter(({ state }) => state === 'arrived' || state === 'already-there').length,
    failed: files.filter(({ state }) => state === 'failed').length,
    refused: files.filter(({ state }) => state === 'refused').length,
    share: sum(({ bytes }) => bytes) === 0 ? 0 : sum(sentOf) / sum(({ bytes }) => bytes),
  };
}

/** The same with one file changed. */
export function withFile(sending: Sending, id: string, change: Partial<SendingFile>): Sending {
  return { ...sending, files: sending.files.map((file) => (file.id === id ? { ...file, ...change } : file)) };
}
