import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../eval/text/random.ts';
import type { Client, Reply } from '../../tests/support/service/client.ts';

/** One answer: which endpoint, how long until it was read whole, its status. */
export interface Timing {
  readonly endpoint: string;
  readonly ms: number;
  readonly status: number;
}

/** Somebody who looks at pages. */
export interface Visitor {
  readonly client: Client;
  readonly random: Random;
  readonly batchId: string;
  readonly note: (timing: Timing) => void;
}

const thinkingMs = [1_000, 3_000] as const;

/** Ask, and note how long the whole answer took. */
async function ask({ client, note }: Visitor, endpoint: string, path: string): Promise<Reply> {
  const began = performance.now();
  const reply = await client.get(path);
  note({ endpoint, ms: performance.now() - began, status: reply.status });
  return reply;
}

async function openQueue(visitor: Visitor): Promise<void> {
  const queue = await ask(visitor, 'moderation queue', '/api/moderation/queue');
  const { items = [] } = queue.json as { items?: { id: string }[] };
  if (items.length === 0) return;
  const { id } = visitor.random.pick(items);
  await pause(visitor.random.between(...thinkingMs));
  // A photo's page asks for these together.
  await Promise.all([
    ask(visitor, 'photo', `/api/moderation/photos/${id}`),
    ask(visitor, 'preview', `/api/photos/${id}/preview`),
  ]);
  await pause(visitor.random.between(...thinkingMs));
  await ask(visitor, 'large picture', `/api/moderation/photos/${id}/view`);
}

const pages: readonly ((visitor: Visitor) => Promise<unknown>)[] = [
  openQueue,
  openQueue,
  (visitor) => ask(visitor, 'batches', '/api/batches'),
  (visitor) => ask(visitor, 'batch', `/api/batches/${visitor.batchId}`),
  (visitor) => ask(visitor, 'pupils', '/api/pupils'),
  (visitor) => ask(visitor, 'pupils, searched', `/api/pupils?search=Family${visitor.random.below(100)}`),
  (visitor) => ask(visitor, 'register', '/api/register'),
  (visitor) => ask(visitor, 'ledger', '/api/ledger'),
  (visitor) => ask(visitor, 'takedowns', '/api/takedowns'),
];

/** Look at one page after the other, with 1 to 3 seconds of thinking before each, until `until` (ms since 1970). */
export async function browse(visitor: Visitor, until: number): Promise<void> {
  while (Date.now() < until) {
    await pause(visitor.random.between(...thinkingMs));
    await visitor.random.pick(pages)(visitor);
  }
}
