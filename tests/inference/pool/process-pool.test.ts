import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { constants, getPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forkModule } from '../../../src/inference/pool/fork-module.ts';
import { ProcessPool, type ProcessPoolOptions } from '../../../src/inference/pool/process-pool.ts';
import { builtSupportFolder } from '../../support/built-folders.ts';
import { isRunning } from '../../support/processes/is-running.ts';

const open: ProcessPool[] = [];

function openPool(options: Partial<ProcessPoolOptions> = {}): ProcessPool {
  const pool = new ProcessPool({
    modulePath: path.join(builtSupportFolder, 'task-server.js'),
    settings: {},
    size: 1,
    taskTimeoutMs: 20_000,
    startTimeoutMs: 20_000,
    recycleAfterTasks: 100,
    recycleAboveBytes: 2 ** 40,
    ...options,
  });
  open.push(pool);
  return pool;
}

async function untilGone(pids: readonly number[]): Promise<void> {
  for (let turn = 0; turn < 100 && pids.some(isRunning); turn += 1) await wait(50);
}

afterEach(async () => {
  const pids = open.flatMap((pool) => pool.pids);
  await Promise.all(open.splice(0).map((pool) => pool.close()));
  expect(pids.filter(isRunning), 'left-over processes').toEqual([]);
});

describe('a pool of processes', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'photoward-pool-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('carries values, steps and errors with their codes across the border', async () => {
    const pool = openPool();
    const steps: unknown[] = [];
    const value = { list: [1, 2], vector: new Float32Array([0.5]) };
    expect(await pool.run({ do: 'echo', value }, { onProgress: (step) => steps.push(step) })).toEqual(value);
    expect(steps).toEqual([{ began: 'echo', pid: pool.pids[0] }]);
    await expect(pool.run({ do: 'throw-typed' })).rejects.toMatchObject({ code: 'decode-failed', detail: 'row 3' });
    await expect(pool.run({ do: 'throw-plain' })).rejects.toMatchObject({
      code: 'internal',
      cause: expect.stringContaining('TypeError: plain') as string,
    });
    expect(await pool.run({ do: 'echo', value: 'after errors' })).toBe('after errors');
  });

  it('leaves the processor to others first, with every thread', async () => {
    const pool = openPool();
    const pid = (await pool.run({ do: 'pid' })) as number;
    const threads = process.platform === 'linux' ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid];
    expect(threads.map(getPriority)).toEqual(
      threads.map(() => Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL)),
    );
  });

  it('shares a value with living and with later processes', async () => {
    const pool = openPool();
    pool.share('first');
    expect(await pool.run({ do: 'shared' })).toBe('first');
    pool.share('second');
    expect(await pool.run({ do: 'shared' })).toBe('second');
    process.kill(pool.pids[0]!, 'SIGKILL');
    await wait(100);
    expect(await pool.run({ do: 'shared' })).toBe('second');
  });

  it('runs as many tasks at once as it has processes, and the rest in order', async () => {
    const pool = openPool({ size: 2 });
    await pool.ready();
    const order: number[] = [];
    const tasks = [0, 1, 2, 3].map((index) =>
      pool.run({ do: 'echo', value: index }, { onProgress: () => order.push(index) }),
    );
    expect(await Promise.all(tasks)).toEqual([0, 1, 2, 3]);
    expect(order.toSorted()).toEqual([0, 1, 2, 3]);
    const pids = await Promise.all([pool.run({ do: 'wait', ms: 50 }), pool.run({ do: 'pid' })]);
    expect(pool.pids).toContain(pids[1]);
    expect(new Set(pool.pids).size).toBe(2);
  });

  it('tries a task once more when its process is killed from outside, and loses nothing', async () => {
    const pool = openPool();
    const mark = path.join(folder, 'killed-once');
    let kills = 0;
    const answer = await pool.run(
      { do: 'wait', ms: 200, mark },
      {
        onProgress: (step) => {
          if ((kills += 1) === 1) process.kill((step as { pid: number }).pid, 'SIGKILL');
        },
      },
    );
    expect(answer).toBe('waited');
    const began = readFileSync(mark, 'utf8').trim().split('\n');
    expect(new Set(began).size).toBe(2);
  });

  it('reports process-died after the second death, and goes on with the next task', async () => {
    const pool = openPool();
    const mark = path.join(folder, 'killed-twice');
    const first = pool.run({ do: 'die', mark });
    const second = pool.run({ do: 'echo', value: 'next' });
    await expect(first).rejects.toMatchObject({ code: 'process-died' });
    expect(await second).toBe('next');
    expect(readFileSync(mark, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it.each(['wait', 'spin'])('kills a task that takes too long (%s), once, and replaces its process', async (kind) => {
    const pool = openPool({ taskTimeoutMs: 300 });
    const mark = path.join(folder, `slow-${kind}`);
    await expect(pool.run({ do: kind, ms: 60_000, mark })).rejects.toMatchObject({ code: 'timed-out' });
    expect(await pool.run({ do: 'echo', value: 'next' })).toBe('next');
    const [slow, ...others] = readFileSync(mark, 'utf8').trim().split('\n');
    expect(others).toEqual([]);
    expect(isRunning(Number(slow))).toBe(false);
  });

  it('kills an aborted task and forgets one that had not begun', async () => {
    const pool = openPool();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const mark = path.join(folder, 'never-begun');
    const first = pool.run(
      { do: 'spin', ms: 60_000 },
      {
        signal: running.signal,
        onProgress: () => {
          running.abort();
        },
      },
    );
    const second = pool.run({ do: 'echo', mark }, { signal: waiting.signal });
    waiting.abort();
    await expect(first).rejects.toMatchObject({ code: 'aborted' });
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    expect(() => readFileSync(mark)).toThrow('ENOENT');
    expect(await pool.run({ do: 'echo', value: 'next' })).toBe('next');
  });

  it('replaces a process after so many tasks, or when it has grown', async () => {
    const counted = openPool({ recycleAfterTasks: 2 });
    const pids: unknown[] = [];
    for (let task = 0; task < 4; task += 1) pids.push(await counted.run({ do: 'pid' }));
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[1]);
    expect(pids[2]).toBe(pids[3]);

    const grown = openPool({ recycleAboveBytes: 300 * 1024 * 1024 });
    const small = await grown.run({ do: 'grow', ms: 1 });
    expect(await grown.run({ do: 'grow', ms: 300 })).toBe(small);
    expect(await grown.run({ do: 'pid' })).not.toBe(small);
    expect(isRunning(small as number)).toBe(false);
  });

  it('runs a module of the checkout as it is', async () => {
    const pool = openPool({ modulePath: path.join(import.meta.dirname, '..', '..', 'support', 'task-server.ts') });
    expect(await pool.run({ do: 'echo', value: 'typescript' })).toBe('typescript');
  });

  it('says why a process cannot start', async () => {
    const pool = openPool({ settings: { refuse: true } });
    await expect(pool.ready()).rejects.toMatchObject({ code: 'model-missing', detail: 'a.onnx' });
    await expect(pool.run({ do: 'echo' })).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('fails what is left with aborted when it is closed', async () => {
    const pool = openPool();
    const tasks = [pool.run({ do: 'wait', ms: 60_000 }), pool.run({ do: 'echo' })];
    const settled = Promise.allSettled(tasks);
    await pool.close();
    expect(await settled).toMatchObject([{ reason: { code: 'aborted' } }, { reason: { code: 'aborted' } }]);
    await expect(pool.run({ do: 'echo' })).rejects.toMatchObject({ code: 'aborted' });
  });

  it('leaves no process behind when the parent is killed', async () => {
    const parent = forkModule(path.join(builtSupportFolder, 'orphan-parent.js'));
    const [pids] = (await once(parent, 'message')) as [number[]];
    expect(pids).toHaveLength(2);
    expect(pids.every(isRunning)).toBe(true);
    parent.kill('SIGKILL');
    await untilGone(pids);
    expect(pids.filter(isRunning)).toEqual([]);
  });
});
