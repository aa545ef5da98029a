import { accountRoutes } from './accounts/account-routes.ts';
import { administrationRoutes } from './administration/administration-routes.ts';
import { dashboardRoutes } from './dashboard/dashboard-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { noticesRoutes } from './notices/notices-routes.ts';
import type { PageRoute } from './page-route.ts';
import { publishedRoutes } from './published/published-routes.ts';
import { registerRoutes } from './register/register-routes.ts';
import { releaseRoutes } from './release/release-routes.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { safeguardingRoutes } from './safeguarding/safeguarding-routes.ts';
import { uploadRoutes } from './upload/upload-routes.ts';

/** Every page behind the sign-in. */
export const pageRoutes: readonly PageRoute[] = [
  ...homeRoutes,
  ...dashboardRoutes,
  ...noticesRoutes,
  ...accountRoutes,
  ...publishedRoutes,
  ...registerRoutes,
  ...reviewRoutes,
  ...safeguardingRoutes,
  ...administrationRoutes,
  ...uploadRoutes,
  ...releaseRoutes,
];
