import path from 'node:path';
import express, { Router } from 'express';
import { AppError } from '../lib/app-error.ts';

/**
 * The built web pages. Files under `assets` carry their hash in their name and may be kept for a year; every other
 * address is the one page, which finds its own way from there.
 */
export function servePages(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
    () => {
      throw new AppError('not-found');
    },
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get('/{*rest}', (_request, response) => {
    // Nothing private is in it, but a browser that may keep it may keep the page made of it, for the way back.
    response.set('Cache-Control', 'no-store');
    response.sendFile('index.html', { root: folder });
  });
  return router;
}
