import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { dataPaths } from './config/data-paths.ts';
import type { ServiceConfig } from './config/load-service-config.ts';
import { googleProvider, microsoftProvider } from './features/accounts/openid-provider.ts';
import { findSignedIn, isSignedIn } from './features/accounts/sessions.ts';
import { offerSetUpLink } from './features/accounts/set-up-school.ts';
import { requireKeys } from './features/keys/require-keys.ts';
import { eraseOrphans } from './files/erase-orphans.ts';
import { openFileVault } from './files/file-vault.ts';
import { loadKeyRing } from './files/key-ring.ts';
import { createSealer } from './files/sealer.ts';
import { createApp } from './http/create-app.ts';
import { listen, type Listening } from './http/listen.ts';
import { enqueueDailyRetention } from './jobs/enqueue-daily-retention.ts';
import { enqueueTemplateRenewal } from './jobs/enqueue-template-renewal.ts';
import { startJobRunner, type JobReport, type JobRunner } from './jobs/job-runner.ts';
import { releaseStaleJobs } from './jobs/release-jobs.ts';
import { clockIn, type Clock } from './lib/clock.ts';
import { createLog, type Log } from './lib/log.ts';
import { requireSoundModels } from './pipeline/require-sound-models.ts';
import { Screening, type ScreeningOptions } from './pipeline/screening.ts';
import { serviceJobs } from './service-jobs.ts';
import type { ServiceParts, ServiceSettings } from './service-parts.ts';
import { serviceRoutes } from './service-routes.ts';
import { holdServingLock } from './store/hold-serving-lock.ts';
import { isFileKnown } from './store/is-file-known.ts';
import { openStore, type Store } from './store/open-store.ts';
import { withTransaction } from './store/with-transaction.ts';

const leaseMs = 60_000;

/** The service, opened and ready to listen. */
export interface Service {
  readonly parts: ServiceParts;
  readonly app: Express;
  /** Serve on this address; also begins background work. */
  readonly start: (address: { readonly host: string; readonly port: number }) => Promise<Listening>;
  /** The one-time link of a school that nobody has set up; undefined otherwise. */
  readonly offerSetUpLink: (origin: string) => Promise<string | undefined>;
  /** End requests, jobs and the database, in this order. */
  readonly stop: () => Promise<void>;
}

/**
 * The service as configured, on the machine's own clock, logging to the standard output. Throws as `openService` and
 * `requireSoundModels` do, and `already-running`.
 */
export async function openServiceFrom(config: ServiceConfig, screening: ScreeningOptions): Promise<Service> {
  const release = holdServingLock(dataPaths(config.dataFolder).lock);
  try {
    const log = createLog({ level: config.logLevel });
    const { packs: packsFolder } = dataPaths(config.dataFolder);
    await requireSoundModels(packsFolder);
    const withPacks = { ...screening, packsFolder };
    const clock = clockIn(config.timeZone);
    const service = await openService({ ...settingsFrom(config), screening: withPacks }, { clock, log });
    collectDefaultMetrics({ register: service.parts.metrics, prefix: 'photoward_' });
    const stop = async (): Promise<void> => {
      await service.stop();
      release();
    };
    const start: Service['start'] = async (address) => {
      const listening = await service.start(address);
      await withTransaction(service.parts.database, (trx) => enqueueDailyRetention(trx, clock));
      return listening;
    };
    return { ...service, start, stop };
  } catch (error) {
    release();
    throw error;
  }
}

/** Throws `already-running` while a service runs on this data folder. */
export function requireNotServed(dataFolder: string): void {
  holdServingLock(dataPaths(dataFolder).lock)();
}

function settingsFrom(config: ServiceConfig): Omit<ServiceSettings, 'screening'> {
  const { dataFolder, keyText, publicOrigin, trustedProxies, jobConcurrency, metricsToken } = config;
  const { webhookNetworks } = config;
  const pagesFolder = path.join(import.meta.dirname, '..', 'public', 'app');
  return {
    ...{ dataFolder, keyText, publicOrigin, trustedProxies, jobConcurrency, metricsToken, webhookNetworks },
    limits: { perMinute: config.requestsPerMinute, signInsPerMinute: config.signInsPerMinute },
    pagesFolder: existsSync(path.join(pagesFolder, 'index.html')) ? pagesFolder : undefined,
    passwordCost: { memoryKib: 19_456, passes: 2 },
    openidProviders: config.providers.map(({ kind, realm, clientId, clientSecret }) =>
      kind === 'microsoft'
        ? microsoftProvider(realm, clientId, clientSecret)
        : googleProvider(realm, clientId, clientSecret),
    ),
  };
}

/** What tests may hand in: a store in memory, screening processes that are shared and outlive the service. */
interface Outside {
  readonly clock: Clock;
  readonly log: Log;
  readonly store?: Store;
  readonly screening?: () => Screening;
}

/**
 * Open everything in order: key, database, files. Throws typed errors that say what
 * to mend: `key-missing`, `file-sealed`, `schema-newer`, `database-damaged`.
 */
export async function openService(settings: ServiceSettings, outside: Outside): Promise<Service> {
  const stopping = new AbortController();
  let runner: JobRunner | undefined;
  const own = ownScreening(settings.screening);
  const given = { ...outside, screening: outside.screening ?? own.screening };
  const parts = await openParts(settings, given, stopping.signal, () => {
    runner?.wake();
  });
  const app = composeApp(parts);
  let listening: Listening | undefined;
  return {
    parts,
    app,
    offerSetUpLink: (origin) => offerSetUpLink(parts, origin),
    start: async (address) => {
      await tidy(parts);
      await withTransaction(parts.database, (trx) => enqueueTemplateRenewal(trx, parts.clock));
      listening = await listen(app, address);
      runner = startJobs(parts);
      return listening;
    },
    stop: async () => {
      stopping.abort();
      await listening?.stop(10_000);
      await runner?.stop();
      await own.close();
      await parts.store.close();
    },
  };
}

/** Screening processes that are started when first asked for. */
function ownScreening(options: ScreeningOptions) {
  let opened: Screening | undefined;
  return {
    screening: (): Screening => (opened ??= new Screening(options)),
    close: async (): Promise<void> => opened?.close(),
  };
}

async function openParts(
  settings: ServiceSettings,
  outside: Outside & { readonly screening: () => Screening },
  stopping: AbortSignal,
  wakeJobs: () => void,
): Promise<ServiceParts> {
  const { clock, log, screening } = outside;
  const paths = dataPaths(settings.dataFolder);
  // A new key is made only where there is nothing yet that an older key has sealed.
  const keys = loadKeyRing({ keyText: settings.keyText, keyFile: paths.key, mayMake: !existsSync(paths.database) });
  const store = outside.store ?? (await openStore(paths.database));
  try {
    await requireKeys(store.database, keys);
  } catch (error) {
    await store.close();
    throw error;
  }
  const vault = await openFileVault(paths.files, keys, { clearTemporary: true });
  const [database, sealer, metrics] = [store.database, createSealer(keys), new Registry()];
  return { settings, store, database, vault, sealer, clock, log, metrics, screening, stopping, wakeJobs };
}

function composeApp(parts: ServiceParts): Express {
  const { settings, log, metrics, stopping, database, vault } = parts;
  return createApp({
    ...settings,
    log,
    metrics,
    stopping,
    routes: serviceRoutes(parts),
    findSignedIn: (token, isUsed) => findSignedIn(parts, token, isUsed),
    isSignedIn: (token) => isSignedIn(parts, token),
    temporaryFolder: vault.temporaryFolder,
    readiness: [
      {
        name: 'database',
        isReady: async () => {
          await database.selectFrom('school').select('id').execute();
          return true;
        },
      },
    ],
  });
}

/** What a crash left: jobs of a process that is gone, files no row knows. */
async function tidy(parts: ServiceParts): Promise<void> {
  const { database, vault, clock, log } = parts;
  const jobs = await releaseStaleJobs(database, clock);
  const orphans = await eraseOrphans(vault, ({ id }) => isFileKnown(database, id), new Date());
  if (jobs > 0 || orphans.length > 0) log.warn('tidied-after-crash', { jobs, files: orphans.length });
}

function startJobs(parts: ServiceParts): JobRunner | undefined {
  const { database, clock, log, settings } = parts;
  const handlers = serviceJobs(parts);
  if (settings.jobConcurrency === 0 || Object.keys(handlers).length === 0) return undefined;
  const report = ({ kind, jobId, outcome, ms, error }: JobReport): void => {
    if (error === undefined) log.info('job', { kind, jobId, outcome, ms });
    else log.error('job', error, { kind, jobId, outcome, ms });
  };
  return startJobRunner({
    database,
    clock,
    handlers,
    concurrency: settings.jobConcurrency,
    leaseMs,
    idleMs: 1_000,
    report,
  });
}
