import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { enqueueJob } from '../../src/jobs/enqueue-job.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { openStore } from '../../src/store/open-store.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

const program = path.join(import.meta.dirname, 'worker-process.ts');

async function startWorker(file: string): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    worker.kill('SIGKILL');
  });
  await once(worker.stdout, 'data');
  return worker;
}

it('does every job exactly once although its processes are killed while they work', async () => {
  const file = path.join(freshFolder(), 'photoward.db');
  const store = await openStore(file);
  onTestFinished(() => store.close());
  const ids = Array.from({ length: 120 }, (_, index) => `photo-${index}`);
  await withTransaction(store.database, async (trx) => {
    for (const id of ids) await enqueueJob(trx, systemClock, { kind: 'count', payload: { id }, maxAttempts: 20 });
  });
  const doomed = await Promise.all([startWorker(file), startWorker(file)]);
  for (const worker of doomed) {
    await pause(120);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
  const waiting = await store.database.selectFrom('jobs').select('id').where('state', '<>', 'done').execute();
  expect(waiting.length, 'killed in the middle').toBeGreaterThan(0);
  await startWorker(file);
  await expect
    .poll(
      async () => {
        const open = await store.database.selectFrom('jobs').select('id').where('state', '<>', 'done').execute();
        return open.length;
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBe(0);
  const results = await store.database.selectFrom('auditEvents').select('subjectId').execute();
  expect(results.map((row) => row.subjectId).sort()).toEqual([...ids].sort());
  expect(await verifyAudit(store.database)).toMatchObject({ whole: true });
  expect(store.findDamage()).toEqual([]);
});
