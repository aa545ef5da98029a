import { lazyPage, type PageRoute } from '../page-route.ts';

export const dashboardRoutes: readonly PageRoute[] = [
  {
    path: '/dashboard',
    roles: ['admin', 'dsl'],
    Page: lazyPage(() => import('./dashboard-page.tsx'), 'DashboardPage'),
  },
];
