import { accountEndpoints, meEndpoints, openidEndpoints, sessionEndpoints } from './accounts.ts';
import type { Endpoint } from './endpoint.ts';

/** Everything the service can be asked. */
export const allEndpoints: readonly Endpoint[] = [
  sessionEndpoints,
  meEndpoints,
  accountEndpoints,
  openidEndpoints,
].flatMap((group) => Object.values<Endpoint>(group));
