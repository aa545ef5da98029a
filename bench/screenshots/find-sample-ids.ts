import { samplePeople } from '../../src/demo/sample-people.ts';
import { createClient } from '../../tests/support/service/client.ts';
import type { SampleSchool } from './serve-sample.ts';

interface Items {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** What stands for the `:names` of addresses: things of the sample school, looked up as its people would. */
export type SampleIds = Readonly<Record<string, string>>;

/** Looks the ids up through the API. Throws when the sample school lacks something a page is about. */
export async function findSampleIds({ origin, password }: SampleSchool): Promise<SampleIds> {
  const client = createClient(origin);
  const { email } = samplePeople.find(({ key }) => key === 'dsl')!;
  await client.post('/api/session', { email, password });
  const read = async (address: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { json } = await client.get(address);
    const { items } = json as Items;
    return items ?? Object.values(json as Record<string, never>).find(Array.isArray) ?? [];
  };
  const first = (
    rows: readonly Readonly<Record<string, unknown>>[],
    name: string,
    isFit = (_row: Readonly<Record<string, unknown>>) => true,
  ): string => {
    const id = rows.find(isFit)?.[name];
    if (typeof id !== 'string') throw new Error(`The sample school has no ${name} to show.`);
    return id;
  };
  const ledger = await read('/api/ledger?limit=20');
  return {
    pupilId: first(await read('/api/pupils?limit=20'), 'id'),
    importId: first(await read('/api/imports'), 'id'),
    photoId: first(await read('/api/moderation/queue'), 'photoId'),
    batchId: first(ledger, 'batchId'),
    channelId: first(ledger, 'channelId'),
    releaseId: first(ledger, 'id'),
  };
}
