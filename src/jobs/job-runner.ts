import { AppError, toAppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Database, Trx } from '../store/database.ts';
import { withTransaction } from '../store/with-transaction.ts';
import { claimJob } from './claim-job.ts';
import { failJob } from './fail-job.ts';
import { finishJob } from './finish-job.ts';
import type { ClaimedJob } from './job.ts';
import { prolongLease } from './keep-lease.ts';
import { handBackJob } from './release-jobs.ts';
import { watchClock } from './watch-clock.ts';

/** What to do for one kind of job. */
export interface JobHandler {
  /**
   * Do the work outside any transaction, then return what to write. The runner writes it together with "done", in one
   * transaction, after checking that the job is still ours; so the result is written exactly once, however often the
   * work itself was begun. Work may be begun twice after a crash: everything before the return must be safe to repeat.
   */
  readonly run: (job: ClaimedJob, signal: AbortSignal) => Promise<(trx: Trx) => Promise<void>>;
  /** Written in the transaction that gives a job up: move its photo to review, say why. */
  readonly giveUp: (trx: Trx, job: ClaimedJob, error: AppError) => Promise<void>;
  /** After results are written and committed: tell listeners. Never anything that must not be lost. */
  readonly afterwards?: (job: ClaimedJob) => void;
}

export interface JobRunnerParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** How many jobs at a time. */
  readonly concurrency: number;
  readonly leaseMs: number;
  /** How long to sleep when there is nothing to do; `wake` cuts it short. */
  readonly idleMs: number;
  readonly report: (event: JobReport) => void;
}

/** What happened to a job, for the log and the metrics. */
export interface JobReport {
  readonly kind: string;
  readonly jobId: string;
  readonly outcome: 'done' | 'will-retry' | 'given-up' | 'lease-lost' | 'handed-back' | 'runner-failed';
  readonly ms: number;
  readonly error?: AppError;
}

export interface JobRunner {
  /** New work was written: look now instead of at the next turn. */
  readonly wake: () => void;
  /** Claim nothing more, stop what runs, hand it back, and return when all is quiet. */
  readonly stop: () => Promise<void>;
}

/** Start working through the queue. */
export function startJobRunner(parts: JobRunnerParts): JobRunner {
  const stopping = new AbortController();
  let wakeUp = new AbortController();
  const sleep = (): Promise<void> => {
    const woken = wakeUp.signal;
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        woken.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, parts.idleMs);
      woken.addEventListener('abort', end);
    });
  };
  const lookAtClock = watchClock(parts.database, parts.clock);
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (!(await runNext(parts, lookAtClock, stopping.signal))) await sleep();
    }
  };
  const workers = Array.from({ length: parts.concurrency }, work);
  const wake = (): void => {
    wakeUp.abort();
    wakeUp = new AbortController();
  };
  return {
    wake,
    stop: async () => {
      stopping.abort();
      wake();
      await Promise.all(workers);
    },
  };
}

/** Claim and run one job. False when there was none, or when the queue could not be read. */
async function runNext(
  parts: JobRunnerParts,
  lookAtClock: () => Promise<void>,
  stopping: AbortSignal,
): Promise<boolean> {
  const { database, clock, handlers, leaseMs } = parts;
  try {
    await lookAtClock();
    const job = await claimJob(database, clock, { kinds: Object.keys(handlers), leaseMs });
    if (job === undefined) return false;
    await runJob(parts, job, stopping);
    return true;
  } catch (error) {
    parts.report({ kind: '-', jobId: '-', outcome: 'runner-failed', ms: 0, error: toAppError(error) });
    return false;
  }
}

async function runJob(parts: JobRunnerParts, job: ClaimedJob, stopping: AbortSignal): Promise<void> {
  const { database, clock } = parts;
  const handler = parts.handlers[job.kind]!;
  const startedAt = performance.now();
  const report = (outcome: JobReport['outcome'], error?: AppError): void => {
    const ms = Math.round(performance.now() - startedAt);
    parts.report({ kind: job.kind, jobId: job.id, outcome, ms, ...(error === undefined ? {} : { error }) });
  };
  const lease = holdLease(parts, job, stopping);
  try {
    // Its process died on the last try too, so nobody was left to give it up.
    if (job.attempt > job.maxAttempts) throw new AppError('process-died');
    const write = await handler.run(job, lease.signal);
    await withTransaction(database, async (trx) => {
      await finishJob(trx, clock, job);
      await write(trx);
    });
    report('done');
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'lease-lost') report('lease-lost', error);
    else if (stopping.aborted) {
      await handBackJob(database, clock, job);
      report('handed-back');
    } else report(await giveBack(parts, job, handler, error), error);
    return;
  } finally {
    lease.end();
  }
  handler.afterwards?.(job);
}

async function giveBack(
  parts: JobRunnerParts,
  job: ClaimedJob,
  handler: JobHandler,
  error: AppError,
): Promise<'will-retry' | 'given-up'> {
  return await withTransaction(parts.database, async (trx) => {
    const outcome = await failJob(trx, parts.clock, job, error.code);
    if (outcome === 'given-up') await handler.giveUp(trx, job, error);
    return outcome;
  });
}

/** Prolong the lease at a third of its length; the signal aborts when it is lost or the runner stops. */
function holdLease(
  parts: JobRunnerParts,
  job: ClaimedJob,
  stopping: AbortSignal,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const lost = new AbortController();
  const timer = setInterval(() => {
    prolongLease(parts.database, parts.clock, job, parts.leaseMs).catch((error: unknown) => {
      lost.abort(error);
    });
  }, parts.leaseMs / 3);
  return {
    signal: AbortSignal.any([lost.signal, stopping]),
    end: () => {
      clearInterval(timer);
    },
  };
}
