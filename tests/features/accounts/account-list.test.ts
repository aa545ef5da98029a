import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { startService, testPassword } from '../../support/service/start-service.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { tokenOf, whoIs } from './account-world.ts';

describe('looking after accounts', () => {
  it('changes roles at once and signs the person out', async () => {
    const service = await startService();
    const [admin, staff] = [await service.signInAs('admin'), await service.signInAs('staff')];
    const path = `/api/accounts/${service.accountIds.staff}`;
    expect((await admin.send('PUT', `${path}/roles`, { body: { roles: ['office'] } })).status).toBe(204);
    expect((await staff.get('/api/me/sessions')).status).toBe(401);
    expect(await whoIs(await service.signInAs('staff'))).toMatchObject({ roles: ['office'] });
  });

  it('never loses the last administrator', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const self = `/api/accounts/${service.accountIds.admin}`;
    expect(codeOf(await admin.send('PUT', `${self}/roles`, { body: { roles: ['staff'] } }))).toBe('last-admin');
    expect(codeOf(await admin.post(`${self}/close`))).toBe('last-admin');
    await service.addAccount('admin');
    expect((await admin.post(`${self}/close`)).status).toBe(204);
  });

  it('closes an account for good but keeps its name on record', async () => {
    const service = await startService();
    const [admin, staff] = [await service.signInAs('admin'), await service.signInAs('staff')];
    expect((await admin.post(`/api/accounts/${service.accountIds.staff}/close`)).status).toBe(204);
    expect((await staff.get('/api/me/sessions')).status).toBe(401);
    expect(
      (await service.client().post('/api/session', { email: 'staff@oakfield.example', password: testPassword })).status,
    ).toBe(401);
    const { accounts } = (await admin.get('/api/accounts')).json as { accounts: { id: string; state: string }[] };
    expect(accounts.find((one) => one.id === service.accountIds.staff)).toMatchObject({ state: 'closed' });
    expect((await admin.post(`/api/accounts/${service.accountIds.staff}/close`)).status).toBe(404);
  });

  it('ends the links of an administrator who is one no longer', async () => {
    for (const leave of ['roles', 'close'] as const) {
      const service = await startService();
      const admin = await service.signInAs('admin');
      const { id: otherId, email } = await service.addAccount('admin');
      const other = await service.signIn(email);
      const newcomer = { displayName: 'Sam Patel', email: 'sam@elsewhere.example', roles: ['admin', 'dsl'] };
      const invited = (await other.post('/api/invitations', newcomer)).json as { link: string };
      const reset = (await other.post(`/api/accounts/${service.accountIds.dsl}/password-reset`)).json as {
        link: string;
      };
      const kept = (await admin.post('/api/invitations', { ...newcomer, email: 'kim@oakfield.example' })).json as { link: string }; // prettier-ignore
      const left =
        leave === 'close'
          ? await admin.post(`/api/accounts/${otherId}/close`)
          : await admin.send('PUT', `/api/accounts/${otherId}/roles`, { body: { roles: ['staff'] } });
      expect(left.status).toBe(204);
      const use = ({ link }: { link: string }) =>
        service.client().post('/api/invitations/accept', { token: tokenOf(link), password: 'orange Kettle 99 moss' });
      expect(codeOf(await use(invited))).toBe('link-invalid');
      expect(codeOf(await use(reset))).toBe('link-invalid');
      expect((await use(kept)).status).toBe(201);
      const revoked = await service.database
        .selectFrom('auditEvents')
        .select('actor')
        .where('action', '=', 'account/invitation-revoked')
        .execute();
      expect(revoked).toEqual([{ actor: service.accountIds.admin }, { actor: service.accountIds.admin }]);
    }
  });

  it('renames, but not to an address in use', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const path = `/api/accounts/${service.accountIds.staff}`;
    const rename = (email: string) => admin.send('PATCH', path, { body: { displayName: 'New Name', email } });
    expect(codeOf(await rename('office@oakfield.example'))).toBe('conflict');
    expect((await rename('new@oakfield.example')).status).toBe(204);
  });

  it('shows colleagues to everybody by name and role alone', async () => {
    const service = await startService();
    const { people } = (await (await service.signInAs('staff')).get('/api/people')).json as { people: object[] };
    expect(people).toHaveLength(5);
    expect(Object.keys(people[0]!)).toEqual(['id', 'displayName', 'roles']);
  });

  it('leaves a whole audit trail without names or addresses', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    await admin.post('/api/invitations', { displayName: 'Sam Patel', email: 'sam@oakfield.example', roles: ['staff'] });
    await admin.post(`/api/accounts/${service.accountIds.staff}/close`);
    const events = await service.database.selectFrom('auditEvents').selectAll().orderBy('seq').execute();
    expect(events.map((event) => event.action)).toEqual(['account/signed-in', 'account/invited', 'account/closed']);
    expect(JSON.stringify(events)).not.toMatch(/Sam|oakfield/);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });
});
