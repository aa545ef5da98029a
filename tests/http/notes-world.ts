import { z } from 'zod';
import { endpoint, json } from '../../src/contract/endpoint.ts';
import { line } from '../../src/contract/common.ts';
import { route, type Route } from '../../src/http/route.ts';
import type { SignedIn } from '../../src/http/signed-in.ts';
import { createClient, type Client } from '../support/service/client.ts';
import { serveApp } from '../support/service/serve-app.ts';

/** Who is behind which cookie. */
export const people: Readonly<Record<string, SignedIn>> = {
  'staff-token-0123456789': { accountId: 'a1', sessionId: 's1', roles: ['staff'] },
  'office-token-0123456789': { accountId: 'a2', sessionId: 's2', roles: ['office', 'staff'] },
};

const addNote = endpoint({
  name: 'notes.add',
  method: 'post',
  path: '/api/notes/:noteId',
  summary: 'Add a note.',
  roles: ['office'],
  params: z.strictObject({ noteId: z.string().regex(/^n\d+$/, 'must be like n1') }),
  query: z.strictObject({ loud: z.enum(['yes', 'no']).default('no') }),
  body: z.strictObject({ text: line(20), count: z.int().min(0) }),
  answer: json(z.strictObject({ text: z.string(), loud: z.string() }), 201),
});

/** A route that adds notes, done as the test says. */
export function notesRoute(handle: Parameters<typeof route<typeof addNote>>[1]): Route {
  return route(addNote, handle);
}

/** Says what it was sent. */
export const echo = notesRoute(({ body, query }) => Promise.resolve({ text: body.text, loud: query.loud }));

/** A browser signed in with a role, or nobody's. */
export function as(origin: string, role?: 'staff' | 'office'): Client {
  const client = createClient(origin);
  if (role !== undefined) client.cookies.set('photoward', `${role}-token-0123456789`);
  return client;
}

/** The chain of the real service around these routes alone. */
export async function serveNotes(routes: readonly Route[] = [echo]) {
  return await serveApp({ routes, findSignedIn: (token) => Promise.resolve(people[token]) });
}
