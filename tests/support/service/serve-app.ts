import { Registry } from 'prom-client';
import { onTestFinished } from 'vitest';
import { createApp } from '../../../src/http/create-app.ts';
import type { HttpParts } from '../../../src/http/http-parts.ts';
import { listen } from '../../../src/http/listen.ts';
import { createLog } from '../../../src/lib/log.ts';
import { freshFolder } from './fresh-vault.ts';

/** The real app on a port of its own, for tests of the chain itself. `logLines` collects what it logs. */
export async function serveApp(parts: Partial<HttpParts>): Promise<{
  readonly origin: string;
  readonly logLines: string[];
  readonly stopping: AbortController;
}> {
  const logLines: string[] = [];
  const stopping = new AbortController();
  const app = createApp({
    routes: [],
    findSignedIn: () => Promise.resolve(undefined),
    isSignedIn: () => Promise.resolve(true),
    log: createLog({ level: 'info', destination: { write: (line) => logLines.push(line) } }),
    metrics: new Registry(),
    readiness: [],
    stopping: stopping.signal,
    temporaryFolder: freshFolder(),
    publicOrigin: undefined,
    trustedProxies: 0,
    metricsToken: undefined,
    limits: { perMinute: 100_000, signInsPerMinute: 100_000 },
    pagesFolder: undefined,
    ...parts,
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => {
    stopping.abort();
    return listening.stop(2_000);
  });
  return { origin: listening.origin, logLines, stopping };
}
