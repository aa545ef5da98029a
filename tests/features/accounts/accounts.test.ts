import { describe, expect, it } from 'vitest';
import { sessionIdleMs, sessionLongestMs } from '../../../src/features/accounts/sessions.ts';
import { createClient, type Client } from '../../support/service/client.ts';
import { startEmptyService, startService, testPassword } from '../../support/service/start-service.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { minuteMs, tokenOf, whoIs } from './account-world.ts';

describe('the first start', () => {
  const school = {
    schoolName: 'Oakfield',
    displayName: 'Head Teacher',
    email: 'Head@Oakfield.example',
    password: 'violin Harbour 42 lamps',
  };

  it('offers one link, with which the first administrator is made and signed in', async () => {
    const { service, origin } = await startEmptyService();
    const link = (await service.offerSetUpLink(origin))!;
    const client = createClient(origin);
    expect((await client.get('/api/set-up')).json).toEqual({ isNeeded: true });
    const reply = await client.post('/api/set-up', { ...school, token: tokenOf(link) });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({ email: 'head@oakfield.example', roles: ['admin'] });
    expect(await whoIs(client)).toMatchObject({ displayName: 'Head Teacher' });
    expect((await client.get('/api/set-up')).json).toEqual({ isNeeded: false });
    expect(await service.offerSetUpLink(origin)).toBeUndefined();
    expect(codeOf(await client.post('/api/set-up', { ...school, token: tokenOf(link) }))).toBe('link-invalid');
  });

  it('lets only the newest link work, for a day', async () => {
    const { service, origin, clock } = await startEmptyService();
    const [old, fresh] = [(await service.offerSetUpLink(origin))!, (await service.offerSetUpLink(origin))!];
    const attempt = async (link: string) =>
      codeOf(await createClient(origin).post('/api/set-up', { ...school, token: tokenOf(link) }));
    expect(await attempt(old)).toBe('link-invalid');
    clock.advance(24 * 60 * minuteMs + 1);
    expect(await attempt(fresh)).toBe('link-invalid');
  });

  it.each([
    ['short', 'Ab3$xyz'],
    ['common', 'password12345'],
    ['about the person', 'head-of-oakfield'],
    ['one letter', 'aaaaaaaaaaaaaaaa'],
  ])('refuses a password that is %s', async (_why, password) => {
    const { service, origin } = await startEmptyService();
    const link = (await service.offerSetUpLink(origin))!;
    const reply = await createClient(origin).post('/api/set-up', { ...school, password, token: tokenOf(link) });
    expect(reply.json).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'password' }] } });
  });
});

describe('signing in and out', () => {
  describe('with somebody else guessing', () => {
    const email = 'staff@oakfield.example';
    const signIn = (client: Client, password: string) => client.post('/api/session', { email, password });
    const lockFrom = async (client: Client): Promise<void> => {
      for (let tried = 0; tried < 5; tried += 1) await signIn(client, 'wrong');
      expect(codeOf(await signIn(client, testPassword))).toBe('locked-out');
    };

    it('still lets a person in where they signed in before, and only there', async () => {
      const service = await startService();
      const own = await service.signInAs('staff');
      await own.send('DELETE', '/api/session');
      await lockFrom(service.client());
      expect((await signIn(own, testPassword)).status).toBe(201);
      // Their success is no fresh start for whoever guesses.
      expect(codeOf(await signIn(service.client(), testPassword))).toBe('locked-out');
    });

    it('locks a known browser by itself, however its mark is written', async () => {
      const service = await startService();
      const own = await service.signInAs('staff');
      await lockFrom(own);
      const [name, mark] = [...own.cookies].find(([key]) => key.startsWith('photoward-known-'))!;
      // The last letter of this length has four bits that nothing is read from.
      const other = `${mark.slice(0, -1)}${String.fromCharCode(mark.charCodeAt(mark.length - 1) + 1)}`;
      expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(mark, 'base64url'));
      own.cookies.set(name, other);
      expect(codeOf(await signIn(own, testPassword))).toBe('locked-out');
      expect((await signIn(service.client(), testPassword)).status).toBe(201);
    });

    it('knows no browser by another account, nor by an earlier password', async () => {
      const service = await startService();
      const [office, before] = [await service.signInAs('office'), await service.signInAs('staff')];
      const marks = (client: Client) => [...client.cookies].filter(([key]) => key.startsWith('photoward-known-'));
      const [[own], [[name]]] = [marks(office), marks(before)] as [[[string, string]], [[string, string]]];
      const guesser = service.client();
      guesser.cookies.set(name, own[1]);
      const changer = await service.signInAs('staff');
      const next = 'orange Kettle 99 moss';
      await changer.send('PUT', '/api/me/password', { body: { current: testPassword, next } });
      await lockFrom(guesser);
      expect(codeOf(await signIn(before, next))).toBe('locked-out');
      expect((await signIn(changer, next)).status).toBe(201);
    });

    it('lets a person who is signed in change their password', async () => {
      const service = await startService();
      const own = await service.signInAs('staff');
      await lockFrom(service.client());
      const change = { current: testPassword, next: 'orange Kettle 99 moss' };
      expect((await own.send('PUT', '/api/me/password', { body: change })).status).toBe(204);
    });
  });

  it('gives a session the browser’s scripts cannot read, and ends it', async () => {
    const service = await startService();
    const client = service.client();
    const reply = await client.post('/api/session', { email: ' Staff@oakfield.example', password: testPassword });
    expect(reply.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(reply.json).toMatchObject({ roles: ['staff'], hasSecondFactor: false });
    expect((await client.send('DELETE', '/api/session')).status).toBe(204);
    expect(await whoIs(client)).toBeNull();
    expect((await client.get('/api/me/sessions')).status).toBe(401);
  });

  it('keeps neither tokens nor passwords readable', async () => {
    const service = await startService();
    const client = await service.signInAs('staff');
    const bytes = service.service.parts.store.serialize();
    expect(bytes.includes([...client.cookies.values()][0]!)).toBe(false);
    expect(bytes.includes(testPassword)).toBe(false);
    expect(service.logLines.join('')).not.toMatch(/oakfield|violin/);
  });

  it('says the same for a wrong password and an unknown address', async () => {
    const service = await startService();
    const [wrong, unknown] = [
      await service.client().post('/api/session', { email: 'staff@oakfield.example', password: 'wrong' }),
      await service.client().post('/api/session', { email: 'nobody@oakfield.example', password: 'wrong' }),
    ];
    const strip = (reply: typeof wrong): unknown => {
      const { code, message, fields } = (reply.json as { error: Record<string, unknown> }).error;
      return { status: reply.status, code, message, fields };
    };
    expect(strip(wrong)).toEqual(strip(unknown));
    expect(wrong.status).toBe(401);
  });

  it.each(['staff@oakfield.example', 'nobody@oakfield.example'])(
    'locks %s after five failures, for a while',
    async (email) => {
      const service = await startService();
      const attempt = async (password: string) => await service.client().post('/api/session', { email, password });
      const codes: (string | undefined)[] = [];
      for (let tried = 0; tried < 6; tried += 1) codes.push(codeOf(await attempt('wrong')));
      expect(codes).toEqual([...Array<string>(4).fill('sign-in-failed'), 'locked-out', 'locked-out']);
      expect(codeOf(await attempt(testPassword))).toBe('locked-out');
      service.clock.advance(15 * minuteMs + 1);
      expect((await attempt(testPassword)).status).toBe(email.startsWith('staff') ? 201 : 401);
    },
  );

  it('tries no more passwords once locked, however many come at the same moment', async () => {
    // As slow as a school's, so that all are under way before the first is answered.
    const service = await startService({ passwordCost: { memoryKib: 19_456, passes: 2 } });
    const staff = await service.signInAs('staff');
    const right = 'orange Kettle 99 moss';
    await staff.send('PUT', '/api/me/password', { body: { current: testPassword, next: right } });
    const attempt = async (password: string): Promise<string | undefined> => {
      const reply = await service.client().post('/api/session', { email: 'staff@oakfield.example', password });
      return reply.status === 201 ? 'signed-in' : codeOf(reply);
    };
    const codes = await Promise.all([...Array<string>(20).fill('wrong'), right].map(attempt));
    expect(codes.filter((code) => code === 'sign-in-failed').length).toBe(4);
    expect(await attempt(right)).toBe('locked-out');
  });

  it('forgets which addresses were tried', async () => {
    const service = await startService();
    const attempt = (email: string) => service.client().post('/api/session', { email, password: 'wrong' });
    await attempt('nobody@oakfield.example');
    service.clock.advance(31 * minuteMs);
    await attempt('staff@oakfield.example');
    const kept = await service.database.selectFrom('signInThrottles').selectAll().execute();
    expect(kept).toHaveLength(1);
  });

  it('ends a session after an hour of rest, and after twelve hours in any case', async () => {
    const service = await startService();
    const client = await service.signInAs('staff');
    for (let hours = 0; hours < 11; hours += 1) {
      service.clock.advance(sessionIdleMs - 1);
      expect((await client.get('/api/me/sessions')).status).toBe(200);
    }
    service.clock.advance(sessionLongestMs - 11 * (sessionIdleMs - 1) + 1);
    expect((await client.get('/api/me/sessions')).status).toBe(401);
    const rested = await service.signInAs('staff');
    service.clock.advance(sessionIdleMs + 1);
    expect((await rested.get('/api/me/sessions')).status).toBe(401);
  });

  it('ends a session whose page only reads again by itself, but not one in which something is changed', async () => {
    const service = await startService();
    const [left, at] = [await service.signInAs('staff'), await service.signInAs('staff')];
    const headers = { 'photoward-unattended': '1' };
    for (let thirds = 0; thirds < 2; thirds += 1) {
      service.clock.advance(sessionIdleMs / 3);
      expect((await left.send('GET', '/api/me/sessions', { headers })).status).toBe(200);
      const body = { current: 'a wrong Password 12', next: 'another one 45 Lamps' };
      expect((await at.send('PUT', '/api/me/password', { headers, body })).status).toBe(400);
    }
    service.clock.advance(sessionIdleMs / 3 + 1);
    expect((await left.send('GET', '/api/me/sessions', { headers })).status).toBe(401);
    expect((await at.get('/api/me/sessions')).status).toBe(200);
  });

  it('lists where one is signed in, and ends others but never other people’s', async () => {
    const service = await startService();
    const [here, there] = [await service.signInAs('staff'), await service.signInAs('staff')];
    const office = await service.signInAs('office');
    const { sessions } = (await here.get('/api/me/sessions')).json as {
      sessions: { id: string; isCurrent: boolean }[];
    };
    expect(sessions.map((one) => one.isCurrent).sort()).toEqual([false, true]);
    const other = sessions.find((one) => !one.isCurrent)!;
    expect((await office.send('DELETE', `/api/me/sessions/${other.id}`)).status).toBe(404);
    expect((await here.send('DELETE', `/api/me/sessions/${other.id}`)).status).toBe(204);
    expect((await there.get('/api/me/sessions')).status).toBe(401);
  });

  it('changes a password, which ends every other session', async () => {
    const service = await startService();
    const [here, there] = [await service.signInAs('staff'), await service.signInAs('staff')];
    const change = (current: string, next: string) => here.send('PUT', '/api/me/password', { body: { current, next } });
    expect((await change('wrong', 'orange Kettle 99 moss')).status).toBe(400);
    expect((await change(testPassword, 'orange Kettle 99 moss')).status).toBe(204);
    expect([(await here.get('/api/me/sessions')).status, (await there.get('/api/me/sessions')).status]).toEqual([
      200, 401,
    ]);
  });

  it('lets a reset stand against a change that was under way', async () => {
    const service = await startService({ passwordCost: { memoryKib: 19_456, passes: 2 } });
    const [admin, staff] = [await service.signInAs('admin'), await service.signInAs('staff')];
    const path = `/api/accounts/${service.accountIds.staff}/password-reset`;
    const { link } = (await admin.post(path)).json as { link: string };
    const change = { current: testPassword, next: 'orange Kettle 99 moss' };
    const [reset, changed] = await Promise.all([
      service.client().post('/api/invitations/accept', { token: tokenOf(link), password: 'plum Anchor 17 frost' }),
      staff.send('PUT', '/api/me/password', { body: change }),
    ]);
    const signIn = (password: string) =>
      service.client().post('/api/session', { email: 'staff@oakfield.example', password });
    expect([reset.status, (await signIn('plum Anchor 17 frost')).status]).toEqual([201, 201]);
    expect(changed.status).not.toBe(500);
    expect((await signIn(change.next)).status).toBe(401);
  });
});
