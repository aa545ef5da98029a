import type { ChildProcess } from 'node:child_process';
import { AppError } from '../../lib/app-error.ts';
import { forkModule } from './fork-module.ts';
import { unpackError, type FromProcess, type ProcessState, type ToProcess } from './messages.ts';

export interface Asking {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: unknown) => void) | undefined;
}

interface Waiting {
  readonly id: number;
  readonly onProgress: ((step: unknown) => void) | undefined;
  settle(outcome: { answer: unknown } | { error: AppError }): void;
}

const keptStderrCharacters = 2000;

/**
 * One child process that does one task at a time. It can always be ended at once, whatever native code it is in, and
 * every way in which it can end is one of three errors: `timed-out`, `aborted` or `process-died`.
 */
export class PooledProcess {
  /** Resolves when the process can take tasks; rejects with its own error, or `process-died`, or `timed-out`. */
  readonly ready: Promise<void>;
  tasksDone = 0;
  state: ProcessState = { rssBytes: 0, isSpent: false };
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  #waiting: Waiting | undefined;
  #stderr = '';
  #alive = true;
  #lastId = 0;

  constructor(modulePath: string, settings: unknown, shared: unknown, startTimeoutMs: number) {
    this.#child = forkModule(modulePath);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-keptStderrCharacters);
    });
    this.#exited = new Promise((resolve) => {
      const end = (): void => {
        this.#end(new AppError('process-died', { cause: this.#stderr }));
        resolve();
      };
      this.#child.once('exit', end).once('error', end);
    });
    this.ready = this.#start(settings, startTimeoutMs);
    this.ready.catch(() => undefined);
    this.#child.on('message', (message: FromProcess) => {
      this.#hear(message);
    });
    if (shared !== undefined) this.share(shared);
  }

  /** False from the moment the process was seen to end or was told to. */
  get alive(): boolean {
    return this.#alive;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Hands over something that holds for all tasks from here on. */
  share(shared: unknown): void {
    this.#send({ type: 'share', shared });
  }

  /** Does one task. Time counts from the moment the process is ready, not while it loads. */
  async ask(request: unknown, asking: Asking): Promise<unknown> {
    await this.#readyUnlessAborted(asking.signal);
    if (asking.signal?.aborted === true) throw new AppError('aborted');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#kill(new AppError('timed-out', { detail: `${asking.timeoutMs} ms` }));
      }, asking.timeoutMs);
      const onAbort = (): void => {
        this.#kill(new AppError('aborted'));
      };
      this.#waiting = {
        id: (this.#lastId += 1),
        onProgress: asking.onProgress,
        settle: (outcome) => {
          clearTimeout(timer);
          asking.signal?.removeEventListener('abort', onAbort);
          if ('answer' in outcome) resolve(outcome.answer);
          else reject(outcome.error);
        },
      };
      asking.signal?.addEventListener('abort', onAbort, { once: true });
      if (this.#alive) this.#send({ type: 'task', id: this.#lastId, request });
      else this.#settle({ error: new AppError('process-died', { cause: this.#stderr }) });
    });
  }

  /** Ends the process and waits until it is gone. A task in it fails with `aborted`. */
  async stop(): Promise<void> {
    this.#kill(new AppError('aborted'));
    await this.#exited;
  }

  async #readyUnlessAborted(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) throw new AppError('aborted');
    if (signal === undefined) return this.ready;
    let onAbort = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => {
        reject(new AppError('aborted'));
      };
      signal.addEventListener('abort', onAbort, { once: true });
    });
    await Promise.race([this.ready, aborted]).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
  }

  #start(settings: unknown, startTimeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#kill(new AppError('timed-out', { detail: `the process was not ready after ${startTimeoutMs} ms` }));
      }, startTimeoutMs);
      this.#waiting = {
        id: 0,
        onProgress: undefined,
        settle: (outcome) => {
          clearTimeout(timer);
          if ('answer' in outcome) resolve();
          else reject(outcome.error);
        },
      };
      this.#send({ type: 'start', settings });
    });
  }

  #send(message: ToProcess): void {
    // A process that ended in between is noticed by its 'exit'; the send itself must not throw on top of it.
    if (this.#alive && this.#child.connected) this.#child.send(message, () => undefined);
  }

  #hear(message: FromProcess): void {
    const waiting = this.#waiting;
    if (message.type === 'ready') {
      this.#settle({ answer: undefined });
    } else if (message.type === 'unfit') {
      this.#kill(unpackError(message.error));
    } else if (waiting?.id === message.id) {
      if (message.type === 'progress') {
        waiting.onProgress?.(message.step);
        return;
      }
      this.tasksDone += 1;
      this.state = message.state;
      this.#settle(message.type === 'done' ? { answer: message.answer } : { error: unpackError(message.error) });
    }
  }

  #settle(outcome: { answer: unknown } | { error: AppError }): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.settle(outcome);
  }

  #end(error: AppError): void {
    this.#alive = false;
    this.#settle({ error });
  }

  #kill(error: AppError): void {
    this.#end(error);
    this.#child.kill('SIGKILL');
  }
}
