import { describe, expect, it } from 'vitest';
import { startService, testPassword } from '../../support/service/start-service.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { minuteMs, tokenOf } from './account-world.ts';

describe('invitations', () => {
  const newcomer = { displayName: 'Sam Patel', email: 'sam@oakfield.example', roles: ['staff', 'moderator'] };
  const password = 'orange Kettle 99 moss';

  it('bring somebody in once, with the roles the administrator chose', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const { link } = (await admin.post('/api/invitations', newcomer)).json as { link: string };
    const client = service.client();
    const token = tokenOf(link);
    expect((await client.post('/api/invitations/read', { token })).json).toEqual({
      kind: 'invitation',
      displayName: 'Sam Patel',
      email: 'sam@oakfield.example',
      schoolName: 'Oakfield School',
    });
    const reply = await client.post('/api/invitations/accept', { token, password });
    expect(reply.json).toMatchObject({ displayName: 'Sam Patel', roles: ['moderator', 'staff'] });
    expect(codeOf(await service.client().post('/api/invitations/accept', { token, password }))).toBe('link-invalid');
    expect((await admin.get('/api/invitations')).json).toEqual({ invitations: [] });
  });

  it('can be taken back, and end after a week', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const first = (await admin.post('/api/invitations', newcomer)).json as { id: string; link: string };
    expect((await admin.send('DELETE', `/api/invitations/${first.id}`)).status).toBe(204);
    const accept = async (link: string) =>
      codeOf(await service.client().post('/api/invitations/accept', { token: tokenOf(link), password }));
    expect(await accept(first.link)).toBe('link-invalid');
    const second = (await admin.post('/api/invitations', newcomer)).json as { link: string };
    service.clock.advance(7 * 24 * 60 * minuteMs + 1);
    expect(await accept(second.link)).toBe('link-invalid');
  });

  it('are not for somebody who has an account', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const reply = await admin.post('/api/invitations', { ...newcomer, email: 'STAFF@oakfield.example' });
    expect(reply.json).toMatchObject({ error: { code: 'conflict', fields: [{ path: 'email' }] } });
  });

  it('reset a password, end sessions and turn the second factor off', async () => {
    const service = await startService();
    const [admin, staff] = [await service.signInAs('admin'), await service.signInAs('staff')];
    const path = `/api/accounts/${service.accountIds.staff}/password-reset`;
    const { link } = (await admin.post(path)).json as { link: string };
    const client = service.client();
    const reply = await client.post('/api/invitations/accept', { token: tokenOf(link), password });
    expect(reply.json).toMatchObject({ id: service.accountIds.staff, hasSecondFactor: false });
    expect((await staff.get('/api/me/sessions')).status).toBe(401);
    expect(
      codeOf(await service.client().post('/api/session', { email: 'staff@oakfield.example', password: testPassword })),
    ).toBe('sign-in-failed');
  });

  it('reset a password that somebody at an open session has changed since', async () => {
    const service = await startService();
    const [admin, staff] = [await service.signInAs('admin'), await service.signInAs('staff')];
    const { link } = (await admin.post(`/api/accounts/${service.accountIds.staff}/password-reset`)).json as {
      link: string;
    };
    const change = { current: testPassword, next: 'marble Canyon 77 tulip' };
    expect((await staff.send('PUT', '/api/me/password', { body: change })).status).toBe(204);
    const reply = await service.client().post('/api/invitations/accept', { token: tokenOf(link), password });
    expect(reply.status).toBe(201);
    expect((await staff.get('/api/batches')).status).toBe(401);
  });

  it('reset a password through the newest link alone', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const path = `/api/accounts/${service.accountIds.staff}/password-reset`;
    const links = [(await admin.post(path)).json, (await admin.post(path)).json] as { link: string }[];
    const [first, second] = links.map(({ link }) => tokenOf(link));
    expect(codeOf(await service.client().post('/api/invitations/read', { token: first }))).toBe('link-invalid');
    expect((await service.client().post('/api/invitations/accept', { token: second, password })).status).toBe(201);
  });
});
