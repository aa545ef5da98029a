import path from 'node:path';
import { ProcessPool } from '../../src/inference/pool/process-pool.ts';

// Starts a pool, says its processes' ids and then waits to be killed: its children must not outlive it.
const pool = new ProcessPool({
  modulePath: path.join(import.meta.dirname, 'task-server.js'),
  settings: {},
  size: 2,
  taskTimeoutMs: 60_000,
  startTimeoutMs: 30_000,
  recycleAfterTasks: 100,
  recycleAboveBytes: 2 ** 40,
});
const pids = await Promise.all([0, 1].map(() => pool.run({ do: 'pid' })));
void pool.run({ do: 'wait', ms: 60_000 }).catch(() => undefined);
process.send?.([...new Set([...pids.map(Number), ...pool.pids])]);
