import { AppError } from '../../lib/app-error.ts';
import { lowerPriority } from './lower-priority.ts';
import { packError, type FromProcess, type ProcessState, type ToProcess } from './messages.ts';

/** What a module run by the pool can do. */
export interface TaskServer {
  /** Takes what holds for all tasks from here on, e.g. the gallery. */
  share?(shared: unknown): void;
  /** Whether the process should be replaced after this task. */
  isSpent?(): boolean;
  /** Does one task; `report` sends a step ahead of the answer, so that it survives the process. */
  perform(request: unknown, report: (step: unknown) => void): Promise<unknown>;
}

function send(message: FromProcess): void {
  process.send?.(message, undefined, {}, () => undefined);
}

function stateOf(server: TaskServer | undefined): ProcessState {
  return { rssBytes: process.memoryUsage.rss(), isSpent: server?.isSpent?.() ?? false };
}

async function performTask(starting: Promise<TaskServer>, id: number, request: unknown): Promise<void> {
  let server: TaskServer | undefined;
  try {
    server = await starting;
    const answer = await server.perform(request, (step) => {
      send({ type: 'progress', id, step });
    });
    send({ type: 'done', id, answer, state: stateOf(server) });
  } catch (error) {
    send({ type: 'failed', id, error: packError(error), state: stateOf(server) });
  }
}

/**
 * The child's side of the pool: waits for its settings, gets ready, then does one task at a time.
 * The process ends when its parent does, leaves Ctrl-C to the parent, and lets it and all others go before itself when
 * the processor is short: people wait for the parent's answers.
 */
export function serveTasks(start: (settings: unknown) => Promise<TaskServer>): void {
  lowerPriority();
  let server: Promise<TaskServer> = Promise.reject(
    new AppError('internal', { detail: 'a task came before the start' }),
  );
  server.catch(() => undefined);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: ToProcess) => {
    if (message.type === 'start') {
      server = start(message.settings);
      server.then(
        () => {
          send({ type: 'ready' });
        },
        (error: unknown) => {
          send({ type: 'unfit', error: packError(error) });
        },
      );
    } else if (message.type === 'share') {
      void server.then((started) => started.share?.(message.shared)).catch(() => undefined);
    } else {
      void performTask(server, message.id, message.request);
    }
  });
}
