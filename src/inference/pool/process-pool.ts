import { AppError } from '../../lib/app-error.ts';
import { PooledProcess, type Asking } from './pooled-process.ts';

export interface ProcessPoolOptions {
  /** Absolute path of the module that each process runs; it calls `serveTasks`. */
  readonly modulePath: string;
  /** Handed to each process when it starts. Must survive structured cloning. */
  readonly settings: unknown;
  readonly size: number;
  /** For one task, from the moment a process begins it. */
  readonly taskTimeoutMs: number;
  readonly startTimeoutMs: number;
  /** A process is replaced after this many tasks, or when it holds more memory than this after one. */
  readonly recycleAfterTasks: number;
  readonly recycleAboveBytes: number;
}

interface Task {
  readonly request: unknown;
  readonly asking: Asking;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A process that ended by itself may have been somebody else's victim: its task is tried once more, in a fresh one. */
const tries = 2;

const hasDied = (error: unknown): boolean => error instanceof AppError && error.code === 'process-died';

/**
 * Child processes that do tasks, one each at a time, first come, first served.
 *
 * A task that is aborted or runs out of time takes its process with it, and a new one takes its place. A process that
 * dies (crash, out of memory, killed from outside) costs its task one more try, then `process-died`.
 */
export class ProcessPool {
  readonly #options: ProcessPoolOptions;
  readonly #queue: Task[] = [];
  readonly #idle: ((task: Task | undefined) => void)[] = [];
  readonly #processes: PooledProcess[];
  readonly #lanes: Promise<void>[];
  #shared: unknown;
  #closed = false;

  /** Starts all processes at once, so that they load while the caller prepares its first task. */
  constructor(options: ProcessPoolOptions) {
    this.#options = options;
    this.#processes = Array.from({ length: options.size }, () => this.#fork());
    this.#lanes = this.#processes.map((_, lane) => this.#runLane(lane));
  }

  /** Ids of the processes that live now, for watching their memory. */
  get pids(): number[] {
    return this.#processes.filter((one) => one.alive).flatMap((one) => one.pid ?? []);
  }

  /** Waits until one process can work. Rejects with what keeps it from starting, e.g. `model-altered`. */
  async ready(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await Promise.any(this.#processes.map((one) => one.ready));
        return;
      } catch (thrown) {
        const error: unknown = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
        if (!hasDied(error) || attempt === tries || this.#closed) throw error;
        this.#processes.forEach((one, lane) => {
          if (!one.alive) this.#processes[lane] = this.#fork();
        });
      }
    }
  }

  /** Hands something to every process, now and to each one that starts later; it holds for all tasks from here on. */
  share(shared: unknown): void {
    this.#shared = shared;
    for (const one of this.#processes) one.share(shared);
  }

  /** Does a task in the next free process. Rejects with an AppError. */
  run(request: unknown, asking: Partial<Asking> = {}): Promise<unknown> {
    if (this.#closed) return Promise.reject(new AppError('aborted'));
    return new Promise((resolve, reject) => {
      const task = {
        request,
        asking: { timeoutMs: this.#options.taskTimeoutMs, ...asking },
        resolve,
        reject,
      };
      const free = this.#idle.shift();
      if (free === undefined) this.#queue.push(task);
      else free(task);
    });
  }

  /** Ends all processes; tasks that were waiting or running fail with `aborted`. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#queue.splice(0)) task.reject(new AppError('aborted'));
    for (const free of this.#idle.splice(0)) free(undefined);
    await Promise.all(this.#processes.map((one) => one.stop()));
    await Promise.all(this.#lanes);
  }

  #fork(): PooledProcess {
    const { modulePath, settings, startTimeoutMs } = this.#options;
    return new PooledProcess(modulePath, settings, this.#shared, startTimeoutMs);
  }

  #nextTask(): Promise<Task | undefined> {
    const task = this.#queue.shift();
    if (task !== undefined || this.#closed) return Promise.resolve(task);
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  async #runLane(lane: number): Promise<void> {
    for (let task = await this.#nextTask(); task !== undefined; task = await this.#nextTask()) {
      await this.#performTask(lane, task).then(task.resolve, task.reject);
      await this.#recycle(lane);
    }
  }

  async #performTask(lane: number, task: Task): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      if (task.asking.signal?.aborted === true || this.#closed) throw new AppError('aborted');
      if (!this.#processes[lane]!.alive) this.#processes[lane] = this.#fork();
      try {
        return await this.#processes[lane]!.ask(task.request, task.asking);
      } catch (error) {
        if (!hasDied(error) || attempt === tries) throw error;
      }
    }
  }

  /** Replaces a process that has ended or grown, before the next task needs it. */
  async #recycle(lane: number): Promise<void> {
    const current = this.#processes[lane]!;
    const { recycleAfterTasks, recycleAboveBytes } = this.#options;
    const { rssBytes, isSpent } = current.state;
    const worn = isSpent || current.tasksDone >= recycleAfterTasks || rssBytes > recycleAboveBytes;
    if (current.alive && !worn) return;
    await current.stop();
    if (!this.#closed) this.#processes[lane] = this.#fork();
  }
}
