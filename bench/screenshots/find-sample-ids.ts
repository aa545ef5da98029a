import { samplePeople } from '../../src/demo/sample-people.ts';
import { createClient, type Client } from '../../tests/support/service/client.ts';
import type { SampleSchool } from './serve-sample.ts';

type Row = Readonly<Record<string, unknown>>;

/** What stands for the `:names` of addresses: things of the sample school, looked up as its people would. */
export type SampleIds = Readonly<Record<string, string>>;

/**
 * Looks the ids up through the API, a batch of this person's own where they have one. Throws when the sample school lacks
 * something a page is about.
 */
export async function findSampleIds({ origin, password }: SampleSchool, person: string): Promise<SampleIds> {
  const signIn = async (email: string): Promise<Client> => {
    const client = createClient(origin);
    await client.post('/api/session', { email, password });
    return client;
  };
  const own = await signIn(person);
  const client = await signIn(samplePeople.find(({ key }) => key === 'dsl')!.email);
  // Lists are called `items` where they come in pages, and by what they hold elsewhere.
  const read = async (address: string, by = client): Promise<readonly Row[]> =>
    Object.values((await by.get(address)).json as Readonly<Record<string, unknown>>).find(isList) ?? [];
  const first = (rows: readonly Row[], name: string): string => {
    const id = rows[0]?.[name];
    if (typeof id !== 'string') throw new Error(`The sample school has no ${name} to show.`);
    return id;
  };
  const ledger = await read('/api/ledger?limit=20');
  const batches = await read('/api/batches?limit=20', own);
  return {
    pupilId: first(await read('/api/pupils?limit=20'), 'id'),
    importId: first(await read('/api/imports'), 'id'),
    photoId: first(await read('/api/moderation/queue'), 'id'),
    batchId: batches.length > 0 ? first(batches, 'id') : first(ledger, 'batchId'),
    channelId: first(ledger, 'channelId'),
    releaseId: first(ledger, 'id'),
  };
}

function isList(value: unknown): value is readonly Row[] {
  return Array.isArray(value);
}
