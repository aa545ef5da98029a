import { lazyPage, type PageRoute } from '../page-route.ts';

export const publishedRoutes: readonly PageRoute[] = [
  {
    path: '/published',
    roles: ['office', 'moderator', 'dsl'],
    Page: lazyPage(() => import('./published-page.tsx'), 'PublishedPage'),
  },
  {
    path: '/published/:releaseId',
    roles: ['office', 'moderator', 'dsl'],
    Page: lazyPage(() => import('./release-page.tsx'), 'ReleasePage'),
  },
  {
    path: '/takedowns',
    roles: ['staff', 'office', 'moderator', 'dsl'],
    Page: lazyPage(() => import('./takedowns-page.tsx'), 'TakedownsPage'),
  },
  {
    path: '/look-up',
    roles: ['office', 'moderator', 'dsl'],
    Page: lazyPage(() => import('./look-up-page.tsx'), 'LookUpPage'),
  },
  { path: '/misuse', roles: 'everybody', Page: lazyPage(() => import('./misuse-page.tsx'), 'MisusePage') },
];
