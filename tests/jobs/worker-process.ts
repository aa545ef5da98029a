import { setTimeout as pause } from 'node:timers/promises';
import { startJobRunner } from '../../src/jobs/job-runner.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { openStore } from '../../src/store/open-store.ts';
import { recordAudit } from '../../src/store/record-audit.ts';

/** A worker for the crash test: `node --import tsx worker-process.ts <database>`. Says "ready", then works until killed. */
const store = await openStore(process.argv[2]!);
startJobRunner({
  database: store.database,
  clock: systemClock,
  concurrency: 2,
  leaseMs: 400,
  idleMs: 20,
  report: () => undefined,
  handlers: {
    count: {
      run: async (job) => {
        await pause(15);
        const { id } = job.payload as { id: string };
        return async (trx) => {
          await recordAudit(trx, systemClock, {
            actor: 'system',
            action: 'photo/screened',
            subject: { kind: 'photo', id },
          });
        };
      },
      giveUp: () => Promise.resolve(),
    },
  },
});
process.stdout.write('ready\n');
