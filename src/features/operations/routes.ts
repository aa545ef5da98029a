import { operationsEndpoints } from '../../contract/operations.ts';
import { route, type Route } from '../../http/route.ts';
import { listModels } from './list-models.ts';
import type { OperationsParts } from './parts.ts';
import { readBackups } from './read-backups.ts';

/** What the installation stands on. */
export function operationsRoutes(parts: OperationsParts): readonly Route[] {
  return [
    route(operationsEndpoints.listModels, () => listModels(parts.settings.screening.packsFolder)),
    route(operationsEndpoints.readBackups, () => readBackups(parts)),
  ];
}
