import { lazyPage, type PageRoute } from '../page-route.ts';

export const noticesRoutes: readonly PageRoute[] = [
  {
    path: '/notices',
    roles: ['office', 'dsl', 'admin'],
    Page: lazyPage(() => import('./notices-page.tsx'), 'NoticesPage'),
  },
];
