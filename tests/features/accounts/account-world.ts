import type { Client } from '../../support/service/client.ts';

export const minuteMs = 60_000;

/** The secret part of an invitation's or a reset's link. */
export function tokenOf(link: string): string {
  return link.split('#')[1]!;
}

/** Who is signed in there; null for nobody. */
export async function whoIs(client: Client): Promise<unknown> {
  return ((await client.get('/api/session')).json as { person: unknown }).person;
}
