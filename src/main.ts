import { readFileSync, realpathSync } from 'node:fs';
import { openServiceFrom } from './compose-service.ts';
import { loadConfig } from './config/load-config.ts';
import { loadServiceConfig } from './config/load-service-config.ts';
import { toAppError } from './lib/app-error.ts';

/** What serving needs from its process. */
export interface ServeSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A line for the person at the terminal: the address, the one-time link. Never part of the log. */
  readonly say: (line: string) => void;
  /** Aborts when the process is asked to end. */
  readonly signal: AbortSignal;
}

/** Start, serve until asked to end, stop in order. Throws typed errors that say what to mend. */
export async function serve(around: ServeSurroundings): Promise<void> {
  const config = loadServiceConfig(around.env, (file) => readFileSync(file, 'utf8'));
  const service = await openServiceFrom(config, loadConfig(around.env));
  try {
    const { origin } = await service.start(config);
    const shown = config.publicOrigin ?? origin;
    around.say(`Photoward is ready at ${shown}`);
    const link = await service.offerSetUpLink(shown);
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
    await serve({ env: process.env, say, signal: stop.signal });
  } catch (error) {
    process.stderr.write(`photoward: ${toAppError(error).explanation}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) await main();
