import path from 'node:path';
import { expect, it } from 'vitest';
import { announceEvent } from '../../../src/jobs/announce-event.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { findPupilListDate } from '../../../src/store/find-pupil-list-date.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { runCommandHere } from '../../support/run-command-here.ts';
import { makeDataFolder, type DataFolder } from '../../support/service/make-data-folder.ts';

const backUp = ({ env, root }: DataFolder) => runCommandHere(['backup', '--to', path.join(root, 'all.backup')], env);

const restore = ({ env, root }: DataFolder) =>
  runCommandHere(['restore', '--from', path.join(root, 'all.backup'), '--to', path.join(root, 'restored')], env);

it('ends the sign-ins and links of that time, and lets nothing out until the list is confirmed anew', async () => {
  const school = await makeDataFolder();
  const at = '2026-03-02T09:00:00.000Z';
  const account = { id: 'A', email: 'a@oakfield.example', displayName: 'A', state: 'active' as const, createdAt: at };
  await school.store.database.insertInto('accounts').values(account).execute();
  const session = {
    id: 'S',
    tokenHash: 'h',
    accountId: 'A',
    method: 'password' as const,
    deviceLabel: 'x',
    createdAt: at,
  };
  await school.store.database
    .insertInto('sessions')
    .values({ ...session, lastSeenAt: at, expiresAt: at })
    .execute();
  const link = { kind: 'invitation' as const, tokenHash: 'h', rolesJson: '["dsl"]', createdAt: at, expiresAt: '2999' };
  const nobody = { email: null, displayName: null, accountId: null, createdBy: null };
  await school.store.database
    .insertInto('invitations')
    .values({ id: 'I', ...link, ...nobody })
    .execute();
  const list = { kind: 'confirmed-current' as const, state: 'applied' as const, mappingJson: '{}', summaryJson: '{}' };
  const confirm = (store: DataFolder['store']) =>
    store.database
      .insertInto('imports')
      .values({ id: newId(), ...list, createdAt: at, appliedAt: new Date().toISOString() })
      .execute();
  await confirm(school.store);
  expect((await findPupilListDate(school.store.database)).checkedAt).not.toBeNull();
  await backUp(school);
  await school.store.close();
  await restore(school);
  const back = await openStore(path.join(school.root, 'restored', 'photoward.db'));
  for (const table of ['sessions', 'invitations'] as const) {
    const { revokedAt } = await back.database.selectFrom(table).select('revokedAt').executeTakeFirstOrThrow();
    expect([table, revokedAt]).toEqual([table, expect.any(String)]);
  }
  expect((await findPupilListDate(back.database)).checkedAt).toBeNull();
  await confirm(back);
  expect((await findPupilListDate(back.database)).checkedAt).not.toBeNull();
  await back.close();
});

it('lets nobody sign in and tells no website anything until somebody has looked', async () => {
  const school = await makeDataFolder();
  const at = '2026-03-02T09:00:00.000Z';
  const { database } = school.store;
  const people = [
    { id: 'A', email: 'head@oakfield.example', displayName: 'A', state: 'active' as const, createdAt: at },
    { id: 'B', email: 'gone@oakfield.example', displayName: 'B', state: 'closed' as const, createdAt: at },
    { id: 'C', email: 'staff@oakfield.example', displayName: 'C', state: 'active' as const, createdAt: at },
  ];
  await database.insertInto('accounts').values(people).execute();
  await database.insertInto('accountRoles').values({ accountId: 'A', role: 'admin', grantedAt: at }).execute();
  await database.insertInto('accountRoles').values({ accountId: 'C', role: 'staff', grantedAt: at }).execute();
  const webhook = {
    id: 'W',
    url: 'https://school.example/',
    sealedSecret: Buffer.from('x'),
    createdAt: at,
    createdBy: 'A',
  };
  await database
    .insertInto('webhooks')
    .values({ ...webhook, eventsJson: '["photo.released"]' })
    .execute();
  await withTransaction(database, (trx) => announceEvent(trx, systemClock, 'photo.released', { photo: 'P' }));
  await backUp(school);
  await school.store.close();
  const said = await restore(school);
  expect(said.out).toContain('photoward let-in --email');
  const folder = path.join(school.root, 'restored');
  const back = await openStore(path.join(folder, 'photoward.db'));
  const held = await back.database.selectFrom('accounts').select(['id', 'heldSince']).orderBy('id').execute();
  expect(held.map(({ id, heldSince }) => [id, heldSince !== null])).toEqual([
    ['A', true],
    ['B', false],
    ['C', true],
  ]);
  expect(await back.database.selectFrom('webhookDeliveries').select('state').execute()).toEqual([
    { state: 'given-up' },
  ]);
  expect(await back.database.selectFrom('jobs').select('id').execute()).toEqual([]);
  const env = { PHOTOWARD_DATA: folder };
  const link = await runCommandHere(['let-in', '--email', 'Head@oakfield.example'], env);
  expect(link).toMatchObject({
    code: 0,
    out: expect.stringMatching(/http:\/\/127\.0\.0\.1:8080\/join#[\w-]{43}\n/) as string,
  });
  for (const email of ['staff@oakfield.example', 'gone@oakfield.example', 'nobody@oakfield.example']) {
    expect(await runCommandHere(['let-in', '--email', email], env)).toMatchObject({ code: 2, out: '' });
  }
  expect(await runCommandHere(['let-in'], env)).toMatchObject({ code: 2 });
  await back.close();
});
