import { lazyPage, type PageRoute } from '../page-route.ts';

export const homeRoutes: readonly PageRoute[] = [
  { path: '/', roles: 'everybody', Page: lazyPage(() => import('./home-page.tsx'), 'HomePage') },
];
