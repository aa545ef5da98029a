import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { dataPaths } from '../../src/config/data-paths.ts';
import { isoNow, systemClock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/new-id.ts';
import { latestSchema, migrate, schemaOf } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStoreAsItIs, type Store } from '../../src/store/open-store.ts';
import { killHard, settingsFor, startProgram } from '../service/serve.ts';
import { until } from '../service/until.ts';
import type { PrepareDrill } from './drill.ts';
import { findDamage } from './find-faults.ts';

const accounts = 200;

/** A database as an older version left it, with people in it. */
async function makeOldDatabase(file: string, step: number): Promise<void> {
  const store = openStoreAsItIs(file);
  try {
    await migrate(store.database, migrations, step);
    const at = isoNow(systemClock);
    for (let number = 0; number < accounts; number++) {
      await sql`insert into accounts (id, email, display_name, state, created_at)
        values (${newId()}, ${`p${number}@oakfield.example`}, ${`Person ${number}`}, 'active', ${at})`.execute(
        store.database,
      );
    }
  } finally {
    await store.close();
  }
}

async function withStore<Result>(file: string, look: (store: Store) => Promise<Result>): Promise<Result> {
  const store = openStoreAsItIs(file);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

/** A newer version is started on the database of an older one: each round on another, from a step drawn by chance. */
export const migrationDrill: PrepareDrill = ({ program, folder: parent, random }) => {
  let folder = '';
  let running: ReturnType<typeof startProgram> | undefined;
  const serve = (): ReturnType<typeof startProgram> => startProgram(program, ['main.js'], settingsFor(folder));
  const isReady = (): boolean => running?.said().includes('ready at') === true;
  const kill = async (): Promise<void> => {
    if (running !== undefined) await killHard(running.child);
  };
  return Promise.resolve({
    begin: async (round) => {
      folder = path.join(parent, `round-${round}`);
      await mkdir(folder);
      await makeOldDatabase(dataPaths(folder).database, 1 + random.below(latestSchema - 1));
      const watcher = watch(folder);
      // The log of changes appears when the database is opened, just before the first step.
      const opened = new Promise<void>((resolve) => {
        watcher.on('change', (_, name) => {
          if (String(name).endsWith('.db-wal')) resolve();
        });
      });
      running = serve();
      await opened;
      watcher.close();
      const isDone = (): boolean => isReady() || running?.child.exitCode !== null || running.child.signalCode !== null;
      return { ended: until('the new version is ready', isDone, 2) };
    },
    kill,
    resume: async () => {
      running = serve();
      await until('the new version is ready', () => isReady() || running?.child.exitCode !== null);
      const said = running.said();
      const isServing = isReady();
      await kill();
      if (!isServing) return [`the service does not start any more: ${said}`];
      return await withStore(dataPaths(folder).database, async (store) => {
        const [step, people] = [
          await schemaOf(store.database),
          (await store.database.selectFrom('accounts').select('id').execute()).length,
        ];
        return [
          ...(step === latestSchema ? [] : [`the database is at step ${step} of ${latestSchema}`]),
          ...(people === accounts ? [] : [`${people} of ${accounts} people are left`]),
          ...(await findDamage(store)),
        ];
      });
    },
    end: () => Promise.resolve([]),
  });
};
