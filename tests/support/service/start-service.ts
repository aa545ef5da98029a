import { onTestFinished } from 'vitest';
import { openService, type Service } from '../../../src/compose-service.ts';
import type { FileVault } from '../../../src/files/file-vault.ts';
import { createLog } from '../../../src/lib/log.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { roles, type Role } from '../../../src/policy/words/role.ts';
import type { ServiceSettings } from '../../../src/service-parts.ts';
import type { Database } from '../../../src/store/database.ts';
import { hashPassword } from '../../../src/features/accounts/passwords.ts';
import { insertPolicyVersion } from '../../../src/store/insert-policy-version.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { defaultHandlingPolicy } from '../../../src/policy/default-handling-policy.ts';
import { defaultSchoolPolicy } from '../../../src/policy/default-school-policy.ts';
import { createClient, type Client } from './client.ts';
import { freshStore } from './fresh-store.ts';
import { freshFolder } from './fresh-vault.ts';
import { sharedScreening, testScreening } from './shared-screening.ts';
import { setClock, type SetClock } from './set-clock.ts';

/** Good enough for tests and quick; never for a school. */
export const testPasswordCost = { memoryKib: 64, passes: 1 };
export const testPassword = 'violin Harbour 42 lamps';

/** Who may call: nobody, or somebody with exactly one role. */
export type Caller = 'anonymous' | Role;
export const callers: readonly Caller[] = ['anonymous', ...roles];

export interface TestService {
  readonly origin: string;
  readonly service: Service;
  readonly database: Database;
  readonly vault: FileVault;
  readonly clock: SetClock;
  /** Every line the service logged. */
  readonly logLines: string[];
  /** One account per role, each with that role alone. E-mail: `<role>@oakfield.example`. */
  readonly accountIds: Readonly<Record<Role, string>>;
  /** Another account with these roles; its e-mail address is returned with its id. */
  readonly addAccount: (...held: readonly Role[]) => Promise<{ readonly id: string; readonly email: string }>;
  /** A signed-in browser. */
  readonly signInAs: (role: Role) => Promise<Client>;
  readonly signIn: (email: string) => Promise<Client>;
  /** A browser of nobody. */
  readonly client: () => Client;
}

let passwordHash: Promise<string> | undefined;

/** The real service over real HTTP with an empty school "Oakfield", one person per role, and a clock that stands still. */
export async function startService(settings: Partial<ServiceSettings> = {}): Promise<TestService> {
  const { service, clock, logLines, origin } = await startEmptyService(settings);
  const { database } = service.parts;
  passwordHash ??= hashPassword(testPassword, testPasswordCost);
  const accountIds = await addSchool(database, clock, await passwordHash);
  const signIn = async (email: string): Promise<Client> => {
    const client = createClient(origin);
    const reply = await client.post('/api/session', { email, password: testPassword });
    if (reply.status !== 201) throw new Error(`sign-in failed: ${reply.text}`);
    return client;
  };
  return {
    origin,
    service,
    database,
    vault: service.parts.vault,
    clock,
    logLines,
    accountIds,
    signIn,
    signInAs: (role) => signIn(`${role}@oakfield.example`),
    client: () => createClient(origin),
    addAccount: async (...held) => await addAccount(database, clock, await passwordHash!, held),
  };
}

/** The same before anybody set it up. */
export async function startEmptyService(settings: Partial<ServiceSettings> = {}): Promise<{
  readonly service: Service;
  readonly clock: SetClock;
  readonly logLines: string[];
  readonly origin: string;
}> {
  const clock = setClock();
  const logLines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => logLines.push(line) } });
  const service = await openService(
    {
      dataFolder: freshFolder(),
      keyText: Buffer.alloc(32, 7).toString('base64'),
      publicOrigin: undefined,
      trustedProxies: 0,
      metricsToken: undefined,
      limits: { perMinute: 1_000_000, signInsPerMinute: 1_000_000 },
      pagesFolder: undefined,
      passwordCost: testPasswordCost,
      openidProviders: [],
      jobConcurrency: 1,
      screening: testScreening,
      ...settings,
    },
    { clock, log, store: await freshStore(), screening: sharedScreening },
  );
  const { origin } = await service.start({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => service.stop());
  return { service, clock, logLines, origin };
}

async function addSchool(database: Database, clock: SetClock, hash: string): Promise<Readonly<Record<Role, string>>> {
  const at = clock.now().toISOString();
  await database
    .insertInto('school')
    .values({ id: 1, name: 'Oakfield School', createdAt: at, updatedAt: at })
    .execute();
  await withTransaction(database, (trx) =>
    insertPolicyVersion(trx, clock, {
      policy: defaultSchoolPolicy,
      handling: defaultHandlingPolicy,
      reason: 'start',
      createdBy: null,
    }),
  );
  const ids: Partial<Record<Role, string>> = {};
  for (const role of roles) {
    const { id } = await addAccount(database, clock, hash, [role], `${role}@oakfield.example`);
    ids[role] = id;
  }
  return ids as Readonly<Record<Role, string>>;
}

async function addAccount(
  database: Database,
  clock: SetClock,
  hash: string,
  held: readonly Role[],
  email?: string,
): Promise<{ readonly id: string; readonly email: string }> {
  const [id, at] = [newId(), clock.now().toISOString()];
  const address = email ?? `${id.toLowerCase()}@oakfield.example`;
  const displayName = email === undefined ? `Person ${id.slice(-4)}` : `Person with role ${held[0] ?? 'none'}`;
  await database
    .insertInto('accounts')
    .values({ id, email: address, displayName, passwordHash: hash, state: 'active', createdAt: at })
    .execute();
  if (held.length > 0) {
    const rows = held.map((role) => ({ accountId: id, role, grantedAt: at, grantedBy: null }));
    await database.insertInto('accountRoles').values(rows).execute();
  }
  return { id, email: address };
}
