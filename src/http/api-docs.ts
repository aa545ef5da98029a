import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { buildOpenApi } from '../contract/build-open-api.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { apiDocsPage, apiDocsStyle } from './api-docs-page.ts';

const packageFile = new URL('../../package.json', import.meta.url);

/** The description of the API for programs, and a page of it for people. Made from the contract itself, when first asked for. */
export function apiDocs(endpoints: readonly Endpoint[]): Router {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  let made: ReturnType<typeof buildOpenApi> | undefined;
  const describe = (): ReturnType<typeof buildOpenApi> => (made ??= buildOpenApi(endpoints, version));
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    response.json(describe());
  });
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(apiDocsPage(endpoints, describe()));
  });
  router.get('/api/docs.css', (_request, response) => {
    response.type('css').send(apiDocsStyle);
  });
  return router;
}
