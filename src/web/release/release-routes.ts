import { lazyPage, type PageRoute } from '../page-route.ts';

export const releaseRoutes: readonly PageRoute[] = [
  {
    path: '/batches/:batchId/release/:channelId',
    roles: ['staff', 'office', 'moderator'],
    Page: lazyPage(() => import('./collect-page.tsx'), 'CollectPage'),
  },
];
