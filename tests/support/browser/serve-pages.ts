import type { ServiceSettings } from '../../../src/service-parts.ts';
import { startEmptyService, startService, type TestService } from '../service/start-service.ts';
import { pagesFolder } from './build-pages.ts';

/** The real service with its built pages and an empty school. */
export function serveSchool(settings: Partial<ServiceSettings> = {}): Promise<TestService> {
  return startService({ ...settings, pagesFolder });
}

/** The same before anybody set it up. */
export function serveEmptySchool(): Promise<Awaited<ReturnType<typeof startEmptyService>>> {
  return startEmptyService({ pagesFolder });
}
