import { readFileSync, realpathSync } from 'node:fs';
import { openServiceFrom, requireNotServed } from './compose-service.ts';
import { loadConfig } from './config/load-config.ts';
import { loadServiceConfig, type ServiceConfig } from './config/load-service-config.ts';
import { prepareSampleSchool, refuseSampleSchool, sampleConfig } from './demo/prepare-sample-school.ts';
import { AppError, toAppError } from './lib/app-error.ts';

/** What serving needs from its process. */
export interface ServeSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A line for the person at the terminal: the address, the one-time link. Never part of the log. */
  readonly say: (line: string) => void;
  /** Aborts when the process is asked to end. */
  readonly signal: AbortSignal;
  /** Serve the sample school, in a folder of its own, made on the first start. */
  readonly demo: boolean;
}

/** Start, serve until asked to end, stop in order. Throws typed errors that say what to mend. */
export async function serve(around: ServeSurroundings): Promise<void> {
  const given = loadServiceConfig(around.env, (file) => readFileSync(file, 'utf8'));
  const config = around.demo ? sampleConfig(given) : given;
  const signIn = around.demo ? await prepareSample(config, around) : refuseSampleSchool(config.dataFolder);
  const service = await openServiceFrom(config, loadConfig(around.env));
  try {
    const { origin } = await service.start(config);
    const shown = config.publicOrigin ?? origin;
    around.say(`Photoward is ready at ${shown}`);
    const link = await service.offerSetUpLink(shown);
    for (const line of signIn) around.say(line);
    if (link !== undefined) around.say(`Set up the school with this link, once, within a day:\n  ${link}`);
    await new Promise<void>((resolve) => {
      if (around.signal.aborted) resolve();
      around.signal.addEventListener('abort', () => {
        resolve();
      });
    });
  } finally {
    await service.stop();
  }
}

/** The sample school is made on an address of its own, so that nobody meets it half-done. */
async function prepareSample(config: ServiceConfig, around: ServeSurroundings): Promise<readonly string[]> {
  const screening = { ...loadConfig(around.env), operatingPoint: 'quick' } as const;
  return await prepareSampleSchool(config.dataFolder, {
    ...around,
    requireNotServed,
    open: async () => {
      const service = await openServiceFrom({ ...config, logLevel: 'silent' }, screening);
      const { origin } = await service.start({ host: '127.0.0.1', port: 0 });
      const setUpLink = (await service.offerSetUpLink(origin)) ?? '';
      return { origin, setUpLink, stop: service.stop };
    },
  });
}

async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop.abort();
    });
  }
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  try {
    await serve({ env: process.env, say, signal: stop.signal, demo: readDemo(process.argv.slice(2)) });
  } catch (error) {
    const { explanation, code, cause } = toAppError(error);
    process.stderr.write(`photoward: ${explanation}\n`);
    // There may be no log yet that has the details.
    if (code === 'internal') process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
    process.exitCode = 1;
  }
}

function readDemo(args: readonly string[]): boolean {
  const unknown = args.find((one) => one !== '--demo');
  if (unknown !== undefined) throw new AppError('usage', { detail: `only --demo is known here, not "${unknown}"` });
  return args.length > 0;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) await main();
