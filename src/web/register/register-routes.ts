import { lazyPage, type PageRoute } from '../page-route.ts';

export const registerRoutes: readonly PageRoute[] = [
  {
    path: '/pupils',
    roles: ['office', 'moderator', 'dsl'],
    Page: lazyPage(() => import('./pupils-page.tsx'), 'PupilsPage'),
  },
  {
    path: '/pupils/:pupilId',
    roles: ['office', 'moderator', 'dsl'],
    Page: lazyPage(() => import('./pupil-page.tsx'), 'PupilPage'),
  },
  {
    path: '/today',
    roles: ['office', 'moderator', 'dsl'],
    Page: lazyPage(() => import('./today-page.tsx'), 'TodayPage'),
  },
  { path: '/erasures', roles: ['office', 'dsl'], Page: lazyPage(() => import('./erasures-page.tsx'), 'ErasuresPage') },
  { path: '/imports', roles: ['office', 'dsl'], Page: lazyPage(() => import('./imports-page.tsx'), 'ImportsPage') },
  {
    path: '/imports/:importId',
    roles: ['office', 'dsl'],
    Page: lazyPage(() => import('./import-page.tsx'), 'ImportPage'),
  },
];
