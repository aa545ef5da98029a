import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/service/code-of.ts';
import { startService, testPassword, type TestService } from '../../support/service/start-service.ts';
import { tokenOf, whoIs } from './account-world.ts';

/** As a restore leaves the accounts. */
async function holdAll({ database }: TestService): Promise<void> {
  await database.updateTable('accounts').set({ heldSince: '2026-03-02T09:00:00.000Z' }).execute();
  await database.updateTable('sessions').set({ revokedAt: '2026-03-02T09:00:00.000Z' }).execute();
}

const signIn = (service: TestService, role: string, password = testPassword) =>
  service.client().post('/api/session', { email: `${role}@oakfield.example`, password });

describe('an account that came back with a restore', () => {
  it('opens nothing before an administrator lets it in, and says so only to whoever knows the password', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const accountId = service.accountIds.staff;
    await service.database
      .updateTable('accounts')
      .set({ heldSince: '2026-03-02T09:00:00.000Z' })
      .where('id', '=', accountId)
      .execute();
    const held = await signIn(service, 'staff');
    expect([codeOf(held), held.headers.getSetCookie()]).toEqual(['account-held', []]);
    expect(codeOf(await signIn(service, 'staff', 'not the password at all'))).toBe('sign-in-failed');
    const { accounts } = (await admin.get('/api/accounts')).json as { accounts: { id: string; heldSince: unknown }[] };
    expect(accounts.filter(({ heldSince }) => heldSince !== null).map(({ id }) => id)).toEqual([accountId]);
    expect((await admin.post(`/api/accounts/${accountId}/let-in`)).status).toBe(204);
    expect((await signIn(service, 'staff')).status).toBe(201);
    expect(codeOf(await admin.post(`/api/accounts/${accountId}/let-in`))).toBe('wrong-state');
  });

  it('is let in by a link to a new password, too', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const { link } = (await admin.post(`/api/accounts/${service.accountIds.dsl}/password-reset`)).json as {
      link: string;
    };
    await service.database.updateTable('accounts').set({ heldSince: '2026-03-02T09:00:00.000Z' }).execute();
    const client = service.client();
    const body = { token: tokenOf(link), password: 'orange Kettle 99 moss' };
    expect((await client.post('/api/invitations/accept', body)).status).toBe(201);
    expect(await whoIs(client)).toMatchObject({ roles: ['dsl'] });
    expect(codeOf(await signIn(service, 'dsl', 'orange Kettle 99 moss'))).toBeUndefined();
  });

  it('is not let in by itself when all are held, and not when it was closed', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    await admin.post(`/api/accounts/${service.accountIds.staff}/close`);
    await holdAll(service);
    expect((await admin.post(`/api/accounts/${service.accountIds.admin}/let-in`)).status).toBe(401);
    expect(codeOf(await signIn(service, 'admin'))).toBe('account-held');
    expect(codeOf(await signIn(service, 'staff'))).toBe('sign-in-failed');
  });
});
