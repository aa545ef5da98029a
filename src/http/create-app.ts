import express, { type Express } from 'express';
import { AppError } from '../lib/app-error.ts';
import { apiDocs } from './api-docs.ts';
import type { HttpParts } from './http-parts.ts';
import { requestLimiter } from './limit-requests.ts';
import { operationsRoutes } from './operations-routes.ts';
import { servePages } from './serve-pages.ts';
import { routeRunner } from './run-route.ts';
import { securityHeaders } from './security-headers.ts';
import { errorSender } from './send-error.ts';
import { requestWatcher } from './watch-requests.ts';

/** The whole Express app. Order matters and is this: watch, protect, operations, limits, routes, pages, errors. */
export function createApp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', parts.trustedProxies);
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);
  app.use(requestWatcher(parts.log, parts.metrics));
  app.use(securityHeaders());
  app.use(operationsRoutes(parts));
  app.use('/api', requestLimiter(parts.limits.perMinute), (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(apiDocs(parts.routes.map((route) => route.endpoint)));
  addRoutes(app, parts);
  app.use('/api', () => {
    throw new AppError('not-found');
  });
  if (parts.pagesFolder !== undefined) app.use(servePages(parts.pagesFolder));
  app.use(() => {
    throw new AppError('not-found');
  });
  app.use(errorSender(parts.log));
  return app;
}

function addRoutes(app: Express, parts: HttpParts): void {
  const signInLimiter = requestLimiter(parts.limits.signInsPerMinute);
  for (const route of parts.routes) {
    const { method, path, limit } = route.endpoint;
    const run = routeRunner(route, parts);
    const limiters = limit === 'sign-in' ? [signInLimiter] : [];
    app[method](path, ...limiters, async (request, response) => {
      response.locals.routePath = path;
      await run(request, response);
    });
  }
}
