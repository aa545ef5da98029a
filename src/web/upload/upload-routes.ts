import { lazyPage, type PageRoute } from '../page-route.ts';

export const uploadRoutes: readonly PageRoute[] = [
  { path: '/upload', roles: 'everybody', Page: lazyPage(() => import('./upload-page.tsx'), 'UploadPage') },
  { path: '/batches', roles: 'everybody', Page: lazyPage(() => import('./batches-page.tsx'), 'BatchesPage') },
  { path: '/batches/:batchId', roles: 'everybody', Page: lazyPage(() => import('./batch-page.tsx'), 'BatchPage') },
];
