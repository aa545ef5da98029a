import { describe, expect, it } from 'vitest';
import { requireFreshRegister } from '../../../src/features/release/require-release.ts';
import { recordAudit } from '../../../src/store/record-audit.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { addPupil, permitted } from './world.ts';
import { world } from './register-world.ts';

describe('the register', () => {
  it('is computed for a channel and a day, and says how old the list is', async () => {
    const { office, service, pupilId, answer } = await world();
    await addPupil(office, 'A2', 'Bea');
    await answer({ ...permitted('website'), validUntil: '2026-04-01' });
    const read = async (query: string) => (await office.get(`/api/register?${query}`)).json;
    expect(await read('channelId=website')).toMatchObject({
      pupils: 2,
      barred: 1,
      freshness: { isStale: true, checkedOn: null },
      items: [{ firstName: 'Bea', reason: 'no-record', channels: ['website'] }],
      next: null,
    });
    expect(await read('channelId=website&day=2026-04-02&limit=1')).toMatchObject({
      barred: 2,
      items: [{ pupilId, reason: 'expired' }],
      next: '1',
    });
    expect((await office.post('/api/register/confirm-current')).status).toBe(201);
    expect((await office.get('/api/register/freshness')).json).toMatchObject({ isStale: false, ageDays: 0 });
    service.clock.advance(14 * 86_400_000 + 1);
    const later = await service.signInAs('staff');
    expect((await later.get('/api/register/freshness')).json).toMatchObject({ isStale: true, ageDays: 14 });
  });

  it('is not relied on after a restore until somebody has confirmed the list again', async () => {
    const { office, service } = await world();
    await office.post('/api/register/confirm-current');
    service.clock.advance(60_000);
    await withTransaction(service.database, (trx) =>
      recordAudit(trx, service.clock, {
        ...{ actor: 'system', action: 'backup/restored', subject: { kind: 'backup', id: 'B' } },
      }),
    );
    const read = async () => (await office.get('/api/register/freshness')).json;
    expect(await read()).toMatchObject({ isStale: true, checkedOn: null, restoredOn: '2026-03-02' });
    await expect(requireFreshRegister(service.database, service.clock)).rejects.toMatchObject({
      code: 'register-stale',
      detail: expect.stringContaining('backup') as string,
    });
    service.clock.advance(60_000);
    expect((await office.post('/api/register/confirm-current')).status).toBe(201);
    expect(await read()).toMatchObject({ isStale: false, restoredOn: null });
    await requireFreshRegister(service.database, service.clock);
  });

  it('is exported with formulas made harmless', async () => {
    const { office, answer } = await world();
    await addPupil(office, 'A2', '=HYPERLINK("http://x")', '+44');
    await answer(permitted('website'));
    const csv = (await office.get('/api/register/export')).text;
    expect(csv).toContain('A1,Ada,Ferrari,,,4B,4,,,not-asked,no-record,permitted\r\n');
    expect(csv).toContain(`A2,"'=HYPERLINK(""http://x"")",'+44,`);
  });

  it('stays quick with 2,000 pupils', async () => {
    const { service, office } = await world();
    const at = service.clock.now().toISOString();
    for (let start = 0; start < 2_000; start += 500) {
      const rows = Array.from({ length: 500 }, (_, index) => ({
        ...{ id: `01J${String(start + index).padStart(23, '0')}`, schoolNumber: `S${start + index}`, firstName: 'Kit' },
        ...{ lastName: `Name${(start + index) % 97}`, preferredName: null, otherNamesJson: '[]', className: '4B' },
        ...{ yearGroup: '4', dateOfBirth: null, leftOn: null, createdAt: at, updatedAt: at },
      }));
      await service.database.insertInto('pupils').values(rows).execute();
    }
    const started = performance.now();
    expect((await office.get('/api/pupils?search=kit%20name42')).json).toMatchObject({ next: null });
    expect((await office.get('/api/pupils')).json).toMatchObject({ items: expect.any(Array) as unknown });
    expect((await office.get('/api/register?limit=200')).json).toMatchObject({ barred: 2_001 });
    // About 150 ms on the slowest machine we have; the limit leaves room for a busy one.
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
