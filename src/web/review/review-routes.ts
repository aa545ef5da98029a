import { lazyPage, type PageRoute } from '../page-route.ts';

const moderators = ['moderator', 'dsl'] as const;

/** The queue and one photo of it. */
export const reviewRoutes: readonly PageRoute[] = [
  { path: '/review', roles: moderators, Page: lazyPage(() => import('./queue-page.tsx'), 'QueuePage') },
  { path: '/review/:photoId', roles: moderators, Page: lazyPage(() => import('./photo-page.tsx'), 'PhotoPage') },
];
