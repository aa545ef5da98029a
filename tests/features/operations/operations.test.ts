import { expect, it } from 'vitest';
import { newId } from '../../../src/lib/new-id.ts';
import { startService } from '../../support/service/start-service.ts';

it('says when the last backup was made, and when it is time for another', async () => {
  const service = await startService();
  const read = async () => (await (await service.signInAs('admin')).get('/api/backups')).json;
  expect(await read()).toEqual({ state: 'never', backups: [] });
  const madeAt = service.clock.now().toISOString();
  const backup = { id: newId(), fileName: 'march.backup', bytes: 17, sha256: 'ab', madeAt };
  await service.database
    .insertInto('backups')
    .values({ ...backup, auditHead: '1:ab', verifiedAt: madeAt })
    .execute();
  expect(await read()).toEqual({ state: 'fresh', backups: [backup] });
  service.clock.advance(7 * 86_400_000 + 1);
  expect(await read()).toMatchObject({ state: 'old' });
});

it('lists every net with its licence, its source, its limits and the state of its file', async () => {
  const service = await startService();
  const office = await service.signInAs('office');
  const { nets } = (await office.get('/api/models')).json as {
    readonly nets: readonly { readonly id: string; readonly state: string; readonly limits: readonly string[] }[];
  };
  expect(nets.map(({ id }) => id)).toContain('fr_detect');
  expect(new Set(nets.map(({ state }) => state))).toEqual(new Set(['intact']));
  expect(nets.every(({ limits }) => limits.length > 0)).toBe(true);
});
