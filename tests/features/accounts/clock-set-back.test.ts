import { describe, expect, it } from 'vitest';
import { sessionIdleMs } from '../../../src/features/accounts/sessions.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { startService, testPassword } from '../../support/service/start-service.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe('a clock that is set back', () => {
  it('opens no session again that had come to its end', async () => {
    const service = await startService();
    const client = await service.signInAs('staff');
    service.clock.advance(sessionIdleMs + 1);
    expect((await client.get('/api/me/sessions')).status).toBe(401);
    service.clock.advance(-dayMs);
    expect((await client.get('/api/me/sessions')).status).toBe(401);
  });

  it('leaves people signed in when it is only put right by seconds', async () => {
    const service = await startService();
    const client = await service.signInAs('staff');
    service.clock.advance(-3_000);
    const reply = await client.get('/api/me/sessions');
    expect(reply.json).toMatchObject({ sessions: [{ isCurrent: true }] });
  });

  it('opens no invitation again', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const newcomer = { email: 'sam@oakfield.example', displayName: 'Sam Patel', roles: ['staff'] };
    const { link } = (await admin.post('/api/invitations', newcomer)).json as { link: string };
    service.clock.advance(8 * dayMs);
    const body = { token: link.split('#')[1]!, password: 'violin Harbour 42 lamps' };
    expect(codeOf(await service.client().post('/api/invitations/accept', body))).toBe('link-invalid');
    service.clock.advance(-30 * dayMs);
    expect(codeOf(await service.client().post('/api/invitations/accept', body))).toBe('link-invalid');
  });

  it('locks nobody out until the day it had shown', async () => {
    const service = await startService();
    const attempt = async (password: string) =>
      await service.client().post('/api/session', { email: 'staff@oakfield.example', password });
    service.clock.advance(365 * dayMs);
    for (let tried = 0; tried < 5; tried += 1) await attempt('wrong');
    expect(codeOf(await attempt(testPassword))).toBe('locked-out');
    service.clock.advance(-365 * dayMs);
    expect((await attempt(testPassword)).status).toBe(201);
  });
});
