import { accountRoutes } from './features/accounts/routes.ts';
import { openidRoutes } from './features/accounts/openid-routes.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { importRoutes } from './features/register/import-routes.ts';
import { registerPhotoRoutes } from './features/register/photo-routes.ts';
import { registerRoutes } from './features/register/routes.ts';
import { moderationRoutes } from './features/moderation/routes.ts';
import { operationsRoutes } from './features/operations/routes.ts';
import { releaseRoutes } from './features/release/routes.ts';
import { disclosureRoutes } from './features/disclosures/routes.ts';
import { retentionRoutes } from './features/retention/routes.ts';
import { setupRoutes } from './features/setup/routes.ts';
import { statisticsRoutes } from './features/statistics/routes.ts';
import { takedownRoutes } from './features/takedowns/routes.ts';
import { uploadRoutes } from './features/uploads/routes.ts';
import { webhookRoutes } from './features/webhooks/routes.ts';
import { subjectRightsRoutes } from './features/subject-rights/routes.ts';
import type { Route } from './http/route.ts';
import type { ServiceParts } from './service-parts.ts';

/** Every route of the service. */
export function serviceRoutes(parts: ServiceParts): readonly Route[] {
  return [
    ...accountRoutes(parts),
    ...openidRoutes(parts),
    ...setupRoutes(parts),
    ...auditRoutes(parts),
    ...registerRoutes(parts),
    ...registerPhotoRoutes(parts),
    ...importRoutes(parts),
    ...uploadRoutes(parts),
    ...moderationRoutes(parts),
    ...releaseRoutes(parts),
    ...subjectRightsRoutes(parts),
    ...disclosureRoutes(parts),
    ...retentionRoutes(parts),
    ...takedownRoutes(parts),
    ...webhookRoutes(parts),
    ...statisticsRoutes(parts),
    ...operationsRoutes(parts),
  ];
}
