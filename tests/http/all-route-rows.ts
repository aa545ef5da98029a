import { accountRows } from '../features/accounts/route-rows.ts';
import { auditRows } from '../features/audit/route-rows.ts';
import { disclosureRows } from '../features/disclosures/route-rows.ts';
import { moderationRows } from '../features/moderation/route-rows.ts';
import { operationsRows } from '../features/operations/route-rows.ts';
import { registerRows } from '../features/register/route-rows.ts';
import { releaseRows } from '../features/release/route-rows.ts';
import { retentionRows } from '../features/retention/route-rows.ts';
import { setupRows } from '../features/setup/route-rows.ts';
import { statisticsRows } from '../features/statistics/route-rows.ts';
import { subjectRightsRows } from '../features/subject-rights/route-rows.ts';
import { takedownRows } from '../features/takedowns/route-rows.ts';
import { uploadRows } from '../features/uploads/route-rows.ts';
import { webhookRows } from '../features/webhooks/route-rows.ts';
import type { RouteRow } from '../support/service/route-rows.ts';

/** Every feature's rows of the route × role table; add yours. */
export const allRouteRows: readonly RouteRow[] = [
  ...accountRows,
  ...setupRows,
  ...auditRows,
  ...registerRows,
  ...uploadRows,
  ...moderationRows,
  ...releaseRows,
  ...subjectRightsRows,
  ...disclosureRows,
  ...retentionRows,
  ...takedownRows,
  ...webhookRows,
  ...statisticsRows,
  ...operationsRows,
];
