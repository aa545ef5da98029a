import { lazyPage, type PageRoute } from '../page-route.ts';

/** What only the safeguarding lead sees. */
export const safeguardingRoutes: readonly PageRoute[] = [
  {
    path: '/safeguarding',
    roles: ['dsl'],
    Page: lazyPage(() => import('./safeguarding-page.tsx'), 'SafeguardingPage'),
  },
  {
    path: '/safeguarding/pupils/:pupilId',
    roles: ['dsl'],
    Page: lazyPage(() => import('./guarded-pupil-page.tsx'), 'GuardedPupilPage'),
  },
];
