import { dataPaths } from '../../src/config/data-paths.ts';
import { openFileVault, type FileVault } from '../../src/files/file-vault.ts';
import { loadKeyRing, type KeyRing } from '../../src/files/key-ring.ts';
import { openStoreAsItIs, type Store } from '../../src/store/open-store.ts';
import { createClient, type Client } from '../../tests/support/service/client.ts';
import { keyText, serve, type Program, type Serving } from './serve.ts';

/** One data folder, the service that runs on it, and people who are signed in and stay so over restarts. */
export interface Site {
  readonly folder: string;
  readonly serving: () => Serving;
  /** Start, or start again after a kill. */
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Somebody's browser, at the address of this moment. */
  readonly browser: (person: string) => Client;
}

/** A site that is not started yet. */
export function siteOf(program: Program, folder: string, settings: Readonly<Record<string, string>> = {}): Site {
  const cookies = new Map<string, Map<string, string>>();
  let serving: Serving | undefined;
  const current = (): Serving => {
    if (serving === undefined) throw new Error('the service was not started');
    return serving;
  };
  return {
    folder,
    serving: current,
    start: async () => {
      serving = await serve(program, folder, settings);
    },
    kill: async () => {
      await serving?.kill();
    },
    browser: (person) => {
      const client = createClient(current().origin);
      for (const [name, value] of cookies.get(person) ?? []) client.cookies.set(name, value);
      cookies.set(person, client.cookies);
      return client;
    },
  };
}

/** The key ring of every site. */
export function siteKeys(): KeyRing {
  return loadKeyRing({ keyText, keyFile: '', mayMake: false });
}

/** Look into the database and the files of a data folder, beside the service. */
export async function inside<Result>(
  folder: string,
  look: (opened: { readonly store: Store; readonly vault: FileVault }) => Promise<Result>,
): Promise<Result> {
  const paths = dataPaths(folder);
  const store = openStoreAsItIs(paths.database);
  try {
    return await look({ store, vault: await openFileVault(paths.files, siteKeys(), { clearTemporary: false }) });
  } finally {
    await store.close();
  }
}
