import { describe, expect, it } from 'vitest';
import { sessionIdleMs } from '../../src/features/accounts/sessions.ts';
import { addPhoto } from '../features/release/release-world.ts';
import { startBatch } from '../features/uploads/seed.ts';
import type { Client } from '../support/service/client.ts';
import { startService, testPassword, type TestService } from '../support/service/start-service.ts';

const nextPassword = 'orange Kettle 99 moss';

/** Listens to a batch; `events` fills as they come, `ended` settles when the service closes the line. */
async function listen(client: Client, batchId: string) {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${client.origin}/api/batches/${batchId}/progress`, { headers: { cookie } });
  const events: string[] = [];
  const ended = (async () => {
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      events.push(...part.value.split('\n\n').filter((event) => event.startsWith('data: ')));
    }
  })();
  await expect.poll(() => events.length).toBe(1);
  return { events, ended };
}

/** A copy of somebody's cookies, as somebody else who sat at the machine would have it. */
function copyOf(service: TestService, client: Client): Client {
  const copy = service.client();
  for (const [name, value] of client.cookies) copy.cookies.set(name, value);
  return copy;
}

describe('listening to events', () => {
  it.each([
    [
      'the account is closed',
      async (service: TestService) => {
        const admin = await service.signInAs('admin');
        expect((await admin.post(`/api/accounts/${service.accountIds.staff}/close`)).status).toBe(204);
      },
    ],
    [
      'the roles are changed',
      async (service: TestService) => {
        const admin = await service.signInAs('admin');
        const path = `/api/accounts/${service.accountIds.staff}/roles`;
        expect((await admin.send('PUT', path, { body: { roles: ['office'] } })).status).toBe(204);
      },
    ],
    [
      'the person signs out',
      async (_service: TestService, client: Client) => {
        expect((await client.send('DELETE', '/api/session')).status).toBe(204);
      },
    ],
  ])('hears nothing more once %s', async (_when, end) => {
    const service = await startService();
    const client = await service.signInAs('staff');
    const batchId = await startBatch(service, client);
    await service.database.deleteFrom('channelStaff').where('accountId', '=', service.accountIds.staff).execute();
    const { events, ended } = await listen(client, batchId);
    await end(service, client);
    await addPhoto(service, batchId);
    await ended;
    expect(events).toHaveLength(1);
  });

  it('does not keep a session alive that nobody uses', async () => {
    const service = await startService();
    const client = await service.signInAs('staff');
    const batchId = await startBatch(service, client);
    service.clock.advance(sessionIdleMs - 1_000);
    const before = await service.database.selectFrom('sessions').select(['id', 'lastSeenAt']).execute();
    const { events } = await listen(client, batchId);
    const after = await service.database.selectFrom('sessions').select(['id', 'lastSeenAt']).execute();
    // Opening the page was a use; the events that follow are none.
    expect(after).not.toEqual(before);
    service.clock.advance(2 * 60_000);
    await addPhoto(service, batchId);
    await expect.poll(() => events.length).toBe(2);
    expect(await service.database.selectFrom('sessions').select(['id', 'lastSeenAt']).execute()).toEqual(after);
  });
});

describe('a session', () => {
  it('is never the one the browser brought along', async () => {
    const service = await startService();
    const planted = 'planted-by-somebody-else-000000';
    const client = service.client();
    client.cookies.set('photoward', planted);
    const reply = await client.post('/api/session', { email: 'staff@oakfield.example', password: testPassword });
    expect(reply.status).toBe(201);
    expect(client.cookies.get('photoward')).not.toBe(planted);
    const victim = service.client();
    victim.cookies.set('photoward', planted);
    expect((await victim.get('/api/me/sessions')).status).toBe(401);
  });

  it('has a new cookie after a change of password, and a copy of the old one opens nothing', async () => {
    const service = await startService();
    const client = await service.signInAs('staff');
    const copy = copyOf(service, client);
    expect((await copy.get('/api/me/sessions')).status).toBe(200);
    const body = { current: testPassword, next: nextPassword };
    expect((await client.send('PUT', '/api/me/password', { body })).status).toBe(204);
    expect([(await client.get('/api/me/sessions')).status, (await copy.get('/api/me/sessions')).status]).toEqual([
      200, 401,
    ]);
  });

  it('is not given for a password that was changed while it was being checked', async () => {
    const service = await startService();
    const here = await service.signInAs('staff');
    const late = service.client();
    const [change, signIn] = await Promise.all([
      here.send('PUT', '/api/me/password', { body: { current: testPassword, next: nextPassword } }),
      late.post('/api/session', { email: 'staff@oakfield.example', password: testPassword }),
    ]);
    expect(change.status).toBe(204);
    // Either it came first and was ended by the change, or it is refused.
    if (signIn.status === 201) expect((await late.get('/api/me/sessions')).status).toBe(401);
    else expect(signIn.status).toBe(401);
  });
});
