import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { recordAudit } from '../../src/store/record-audit.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import type { Database } from '../../src/store/database.ts';
import { freshStore } from '../support/service/fresh-store.ts';
import { setClock } from '../support/service/set-clock.ts';

const clock = setClock();

async function recordThree(database: Database): Promise<void> {
  for (const id of ['a', 'b', 'c']) {
    await withTransaction(database, (trx) =>
      recordAudit(trx, clock, { actor: 'system', action: 'photo/received', subject: { kind: 'photo', id } }),
    );
  }
}

/** What somebody with the file and a SQL tool could do. */
async function tamper(database: Database, statement: string): Promise<void> {
  for (const name of ['audit_events_never_change', 'audit_events_never_vanish']) {
    await sql`drop trigger ${sql.ref(name)}`.execute(database);
  }
  await sql.raw(statement).execute(database);
}

describe('the audit log', () => {
  it('verifies when untouched, and says where its end is', async () => {
    const { database } = await freshStore();
    expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 0 } });
    await recordThree(database);
    expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 3 } });
  });

  it('cannot be changed or emptied through the database', async () => {
    const { database } = await freshStore();
    await recordThree(database);
    await expect(database.updateTable('auditEvents').set({ actor: 'x' }).execute()).rejects.toThrow('append-only');
    await expect(database.deleteFrom('auditEvents').execute()).rejects.toThrow('append-only');
  });

  it.each([
    [`update audit_events set actor = 'x' where seq = 2`, { seq: 2, why: 'changed' }],
    [`delete from audit_events where seq = 2`, { seq: 2, why: 'gap' }],
    [`update audit_events set previous_hash = '${'1'.repeat(64)}' where seq = 3`, { seq: 3, why: 'unlinked' }],
    [`update audit_events set detail_json = '{"a":1}' where seq = 1`, { seq: 1, why: 'changed' }],
    [`update audit_events set at = '2020-01-01T00:00:00.000Z' where seq = 1`, { seq: 1, why: 'changed' }],
  ])('notices %s', async (statement, broken) => {
    const { database } = await freshStore();
    await recordThree(database);
    await tamper(database, statement);
    expect(await verifyAudit(database)).toEqual({ whole: false, ...broken });
  });

  it('notices a cut end when its head was noted before', async () => {
    const { database } = await freshStore();
    await recordThree(database);
    const before = await verifyAudit(database);
    if (!before.whole) throw new Error('not whole');
    await tamper(database, 'delete from audit_events where seq = 3');
    expect(await verifyAudit(database)).toMatchObject({ whole: true });
    expect(await verifyAudit(database, before.head)).toEqual({ whole: false, seq: 3, why: 'cut-short' });
  });

  it('vanishes with a change that did not happen', async () => {
    const { database } = await freshStore();
    await expect(
      withTransaction(database, async (trx) => {
        await recordAudit(trx, clock, {
          actor: 'system',
          action: 'photo/received',
          subject: { kind: 'photo', id: 'a' },
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 0 } });
  });

  it.each([{ name: 'Ann Example' }, { email: 'ann@school.example' }, { names: ['ok', 'Ann Example'] }, { text: '' }])(
    'refuses words about people: %j',
    async (detail) => {
      const { database } = await freshStore();
      const write = withTransaction(database, (trx) =>
        recordAudit(trx, clock, {
          actor: 'system',
          action: 'pupil/added',
          subject: { kind: 'pupil', id: 'a' },
          detail,
        }),
      );
      await expect(write).rejects.toMatchObject({ code: 'internal' });
    },
  );
});
