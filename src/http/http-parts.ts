import type { Registry } from 'prom-client';
import type { Log } from '../lib/log.ts';
import type { Route } from './route.ts';
import type { FindSignedIn } from './signed-in.ts';

/** One thing that must work before the service says it is ready. */
export interface ReadinessCheck {
  readonly name: string;
  readonly isReady: () => Promise<boolean>;
}

/** Everything the app is made of. It knows no feature: the composition passes their routes in. */
export interface HttpParts {
  readonly routes: readonly Route[];
  readonly findSignedIn: FindSignedIn;
  /** Whether a session still holds. Asking does not count as using it. */
  readonly isSignedIn: (token: string) => Promise<boolean>;
  readonly log: Log;
  readonly metrics: Registry;
  readonly readiness: readonly ReadinessCheck[];
  /** Aborts when the service begins to stop. */
  readonly stopping: AbortSignal;
  /** Where uploads are put on their way in. */
  readonly temporaryFolder: string;
  /** E.g. https://photos.school.example; taken from each request when left out. */
  readonly publicOrigin: string | undefined;
  /** How many reverse proxies stand in front and may be believed about the caller's address and https. */
  readonly trustedProxies: number;
  /** Lets /metrics be read from another machine; without it only this machine may. */
  readonly metricsToken: string | undefined;
  readonly limits: { readonly perMinute: number; readonly signInsPerMinute: number };
  /** The built web pages; undefined when there are none. */
  readonly pagesFolder: string | undefined;
}
