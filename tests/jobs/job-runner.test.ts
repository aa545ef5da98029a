import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../src/lib/app-error.ts';
import { claimJob } from '../../src/jobs/claim-job.ts';
import { enqueueJob, type NewJob } from '../../src/jobs/enqueue-job.ts';
import { backOffMs } from '../../src/jobs/fail-job.ts';
import { finishJob } from '../../src/jobs/finish-job.ts';
import { startJobRunner, type JobHandler, type JobReport } from '../../src/jobs/job-runner.ts';
import { prolongLease } from '../../src/jobs/keep-lease.ts';
import { releaseStaleJobs } from '../../src/jobs/release-jobs.ts';
import type { Database, Trx } from '../../src/store/database.ts';
import { recordAudit } from '../../src/store/record-audit.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { freshStore } from '../support/service/fresh-store.ts';
import { setClock, type SetClock } from '../support/service/set-clock.ts';

const leaseMs = 30_000;
const dayMs = 86_400_000;

async function enqueue(database: Database, clock: SetClock, job: Partial<NewJob> = {}): Promise<string | undefined> {
  return await withTransaction(database, (trx) => enqueueJob(trx, clock, { kind: 'screen', payload: {}, ...job }));
}

async function claim(database: Database, clock: SetClock) {
  return await claimJob(database, clock, { kinds: ['screen'], leaseMs });
}

describe('the queue', () => {
  it('gives each job once, the urgent first, then the oldest', async () => {
    const { database } = await freshStore();
    const clock = setClock();
    const [first, second] = [await enqueue(database, clock), await enqueue(database, clock)];
    const urgent = await enqueue(database, clock, { priority: 5 });
    const taken = [await claim(database, clock), await claim(database, clock), await claim(database, clock)];
    expect(taken.map((job) => job?.id)).toEqual([urgent, first, second]);
    expect(await claim(database, clock)).toBeUndefined();
  });

  it('does not give out what is not due, nor another kind', async () => {
    const { database } = await freshStore();
    const clock = setClock();
    await enqueue(database, clock, { runAfter: '2026-03-02T10:00:00.000Z' });
    await enqueue(database, clock, { kind: 'mail' });
    expect(await claim(database, clock)).toBeUndefined();
    clock.advance(3_600_000);
    expect(await claim(database, clock)).toMatchObject({ kind: 'screen' });
  });

  it('keeps one open job for a key, and takes a new one when that is done', async () => {
    const { database } = await freshStore();
    const clock = setClock();
    expect(await enqueue(database, clock, { dedupeKey: 'photo-1' })).toBeDefined();
    expect(await enqueue(database, clock, { dedupeKey: 'photo-1' })).toBeUndefined();
    const job = (await claim(database, clock))!;
    expect(await enqueue(database, clock, { dedupeKey: 'photo-1' })).toBeUndefined();
    await withTransaction(database, (trx) => finishJob(trx, clock, job));
    expect(await enqueue(database, clock, { dedupeKey: 'photo-1' })).toBeDefined();
  });

  it('gives a job to another when its lease ran out, and refuses the slow first worker', async () => {
    const { database } = await freshStore();
    const clock = setClock();
    await enqueue(database, clock);
    const slow = (await claim(database, clock))!;
    clock.advance(leaseMs - 1);
    expect(await claim(database, clock)).toBeUndefined();
    await prolongLease(database, clock, slow, leaseMs);
    clock.advance(leaseMs + 1);
    const quick = (await claim(database, clock))!;
    expect(quick).toMatchObject({ id: slow.id, attempt: 2 });
    const finish = (job: typeof quick) => withTransaction(database, (trx) => finishJob(trx, clock, job));
    await expect(finish(slow)).rejects.toMatchObject({ code: 'lease-lost' });
    await expect(prolongLease(database, clock, slow, leaseMs)).rejects.toMatchObject({ code: 'lease-lost' });
    await finish(quick);
    await expect(finish(quick)).rejects.toMatchObject({ code: 'lease-lost' });
  });

  it('takes over everything at the start of the only process', async () => {
    const { database } = await freshStore();
    const clock = setClock();
    await enqueue(database, clock);
    await claim(database, clock);
    expect(await releaseStaleJobs(database, clock)).toBe(1);
    expect(await claim(database, clock)).toMatchObject({ attempt: 2 });
  });

  it('waits longer after each failure, up to a quarter of an hour', () => {
    expect([1, 2, 3, 20].map(backOffMs)).toEqual([2_000, 4_000, 8_000, 900_000]);
  });
});

describe('the runner', () => {
  interface Bench {
    readonly database: Database;
    readonly clock: SetClock;
    readonly reports: JobReport[];
    readonly start: (handler: Partial<JobHandler>) => ReturnType<typeof startJobRunner>;
    readonly until: (outcome: JobReport['outcome'], count?: number) => Promise<void>;
  }

  async function bench(): Promise<Bench> {
    const { database } = await freshStore();
    const clock = setClock();
    const reports: JobReport[] = [];
    return {
      database,
      clock,
      reports,
      start: (handler) => {
        const whole: JobHandler = {
          run: () => Promise.resolve(() => Promise.resolve()),
          giveUp: () => Promise.resolve(),
          ...handler,
        };
        const report = (event: JobReport): void => {
          reports.push(event);
        };
        const runner = startJobRunner({
          ...{ database, clock, handlers: { screen: whole }, concurrency: 2, leaseMs: 300, idleMs: 5, report },
        });
        onTestFinished(() => runner.stop());
        return runner;
      },
      until: async (outcome, count = 1) => {
        await expect
          .poll(() => reports.filter((event) => event.outcome === outcome).length, { timeout: 5_000, interval: 5 })
          .toBeGreaterThanOrEqual(count);
      },
    };
  }

  const stateOf = async (database: Database): Promise<unknown> =>
    await database.selectFrom('jobs').select(['state', 'attempts', 'lastErrorCode']).executeTakeFirst();

  const addSchool = async (trx: Trx): Promise<void> => {
    await trx.insertInto('school').values({ id: 1, name: 'S', createdAt: '', updatedAt: '' }).execute();
  };

  it('writes the result and "done" together', async () => {
    const { database, clock, start, until } = await bench();
    await enqueue(database, clock);
    let told = 0;
    start({ run: () => Promise.resolve(addSchool), afterwards: () => (told += 1) });
    await until('done');
    expect(await stateOf(database)).toEqual({ state: 'done', attempts: 1, lastErrorCode: null });
    expect(await database.selectFrom('school').select('name').execute()).toHaveLength(1);
    expect(told).toBe(1);
  });

  it('tries again later, then gives up and lets the feature write the consequence', async () => {
    const { database, clock, start, until } = await bench();
    await enqueue(database, clock, { maxAttempts: 2 });
    start({
      run: () => Promise.reject(new AppError('decode-failed')),
      giveUp: async (trx, _job, error) => {
        expect(error.code).toBe('decode-failed');
        await addSchool(trx);
      },
    });
    await until('will-retry');
    expect(await stateOf(database)).toEqual({ state: 'waiting', attempts: 1, lastErrorCode: 'decode-failed' });
    clock.advance(backOffMs(1) + 1);
    await until('given-up');
    expect(await stateOf(database)).toEqual({ state: 'failed', attempts: 2, lastErrorCode: 'decode-failed' });
    expect(await database.selectFrom('school').select('name').execute()).toHaveLength(1);
  });

  it('gives up a job whose process died on every try, without running it again', async () => {
    const { database, clock, start, until } = await bench();
    await enqueue(database, clock, { maxAttempts: 1 });
    await claim(database, clock);
    clock.advance(leaseMs + 1);
    let runs = 0;
    start({
      run: () => {
        runs += 1;
        return Promise.resolve(() => Promise.resolve());
      },
    });
    await until('given-up');
    expect(runs).toBe(0);
    expect(await stateOf(database)).toMatchObject({ state: 'failed', lastErrorCode: 'process-died' });
  });

  it('stops quickly and hands the job back without counting the try', async () => {
    const { database, clock, start } = await bench();
    await enqueue(database, clock);
    let begun = false;
    const runner = start({
      run: (_job, signal) =>
        new Promise((_, reject) => {
          begun = true;
          signal.addEventListener('abort', () => {
            reject(new AppError('aborted'));
          });
        }),
    });
    await expect.poll(() => begun).toBe(true);
    await runner.stop();
    expect(await stateOf(database)).toEqual({ state: 'waiting', attempts: 0, lastErrorCode: null });
  });

  it('keeps the lease of long work alive, and aborts the work when it is lost', async () => {
    const { database, clock, start, until } = await bench();
    await enqueue(database, clock);
    let aborted = false;
    start({
      run: (_job, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
          });
        }),
    });
    await expect.poll(async () => await stateOf(database)).toMatchObject({ state: 'running' });
    const before = await database.selectFrom('jobs').select('leasedUntil').executeTakeFirstOrThrow();
    clock.advance(50);
    await expect
      .poll(async () => (await database.selectFrom('jobs').select('leasedUntil').executeTakeFirstOrThrow()).leasedUntil)
      .not.toBe(before.leasedUntil);
    await database.updateTable('jobs').set({ leaseToken: 'somebody else', leasedUntil: '2999' }).execute();
    await until('lease-lost');
    expect(aborted).toBe(true);
  });

  it('wakes at once for new work', async () => {
    const { database, clock, start, until } = await bench();
    const runner = start({});
    await enqueue(database, clock);
    runner.wake();
    await until('done');
  });

  it('waits no more for a day that a wrong clock had chosen, once the clock is set back', async () => {
    const { database, clock, start, until } = await bench();
    await enqueue(database, clock);
    clock.advance(365 * dayMs);
    const tomorrow = new Date(clock.now().getTime() + dayMs).toISOString();
    const again = { kind: 'screen', payload: {}, runAfter: tomorrow };
    start({
      run: () =>
        Promise.resolve(async (trx) => {
          await enqueueJob(trx, clock, again);
        }),
    });
    await until('done');
    clock.advance(-365 * dayMs);
    await until('done', 2);
  });

  it('knows it from its record when the clock was set back while nothing ran', async () => {
    const { database, clock, start, until, reports } = await bench();
    const entry = { actor: 'system', action: 'retention/ran', subject: { kind: 'retention', id: 'x' } } as const;
    await withTransaction(database, (trx) => recordAudit(trx, clock, entry));
    await enqueue(database, clock, { runAfter: new Date(clock.now().getTime() + dayMs).toISOString() });
    clock.advance(-3_000);
    const runner = start({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await runner.stop();
    expect(reports).toEqual([]);
    clock.advance(-dayMs);
    start({});
    await until('done');
  });
});
