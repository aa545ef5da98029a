import path from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { openStore, openStoreAsItIs } from '../../src/store/open-store.ts';
import { recordAudit } from '../../src/store/record-audit.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { runCommandHere } from '../support/run-command-here.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

async function folderWithEvents(count: number): Promise<string> {
  const folder = freshFolder();
  const { database, close } = await openStore(path.join(folder, 'photoward.db'));
  for (let index = 0; index < count; index += 1) {
    const subject = { kind: 'school', id: 'all' } as const;
    await withTransaction(database, (trx) =>
      recordAudit(trx, systemClock, { actor: 'system', action: 'school/changed', subject }),
    );
  }
  await close();
  return folder;
}

it('audit verify: whole, changed, cut short, each with its exit code', async () => {
  const folder = await folderWithEvents(3);
  const verify = (...args: string[]) => runCommandHere(['audit', 'verify', ...args], { PHOTOWARD_DATA: folder });
  const whole = await verify();
  expect(whole).toMatchObject({ code: 0, err: '' });
  const end = /: (3:[0-9a-f]{64})$/m.exec(whole.out)![1]!;
  expect((await verify('--noted', end)).code).toBe(0);
  expect(JSON.parse((await verify('--json')).out)).toMatchObject({ whole: true, head: { seq: 3 } });
  const later = `4:${'0'.repeat(64)}`;
  expect(await verify('--noted', later)).toMatchObject({ code: 1, out: expect.stringContaining('cut off') as string });
  const { database, close } = openStoreAsItIs(path.join(folder, 'photoward.db'));
  await sql`drop trigger audit_events_never_change`.execute(database);
  await sql`update audit_events set actor = 'nobody' where seq = 2`.execute(database);
  await close();
  const broken = 'The audit log is broken at event 2: the event was changed.\n';
  expect(await verify()).toEqual({ code: 1, out: broken, err: '' });
});

it.each([
  [['audit'], 'photoward audit verify'],
  [['audit', 'clear'], 'photoward audit verify'],
  [['audit', 'verify', '--noted', 'x'], '--noted'],
  [['audit', 'verify'], 'no such file'],
  [['serve', 'photos'], 'takes no files'],
])('%j is refused with what to mend', async (args, says) => {
  const { code, err } = await runCommandHere(args, { PHOTOWARD_DATA: freshFolder() });
  expect([code, err]).toEqual([2, expect.stringContaining(says)]);
});
