import { onTestFinished } from 'vitest';
import { openStore, openStoreAsItIs, type Store } from '../../../src/store/open-store.ts';

let template: Promise<Buffer> | undefined;

async function makeTemplate(): Promise<Buffer> {
  const store = await openStore(':memory:');
  try {
    return store.serialize();
  } finally {
    await store.close();
  }
}

/** A migrated, empty database in memory, closed when the test ends. The template is migrated once per worker. */
export async function freshStore(): Promise<Store> {
  template ??= makeTemplate();
  const store = openStoreAsItIs(await template);
  onTestFinished(() => store.close());
  return store;
}
