import { lazyPage, type PageRoute } from '../page-route.ts';

export const accountRoutes: readonly PageRoute[] = [
  { path: '/account', roles: 'everybody', Page: lazyPage(() => import('./account-page.tsx'), 'AccountPage') },
];
