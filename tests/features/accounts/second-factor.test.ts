import { URI, type TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { type Client } from '../../support/service/client.ts';
import { startService, testPassword, type TestService } from '../../support/service/start-service.ts';
import { codeOf } from '../../support/service/code-of.ts';

describe('the second factor', () => {
  async function turnOn(service: TestService): Promise<{ totp: TOTP; recoveryCodes: string[]; client: Client }> {
    const client = await service.signInAs('dsl');
    const { uri } = (await client.post('/api/me/totp')).json as { uri: string };
    const totp = URI.parse(uri) as TOTP;
    const code = totp.generate({ timestamp: service.clock.now().getTime() });
    const reply = await client.send('PUT', '/api/me/totp', { body: { code } });
    const { recoveryCodes } = reply.json as { recoveryCodes: string[] };
    service.clock.advance(30_000);
    return { totp, recoveryCodes, client };
  }

  const signIn = async (service: TestService, code?: string) =>
    await service
      .client()
      .post('/api/session', { email: 'dsl@oakfield.example', password: testPassword, ...(code && { code }) });

  it('is asked for once it is on, and each code works once', async () => {
    const service = await startService();
    const { totp } = await turnOn(service);
    expect(codeOf(await signIn(service))).toBe('code-needed');
    const code = totp.generate({ timestamp: service.clock.now().getTime() });
    expect((await signIn(service, code)).status).toBe(201);
    expect(codeOf(await signIn(service, code))).toBe('sign-in-failed');
  });

  it('can be passed with each recovery code once', async () => {
    const service = await startService();
    const { recoveryCodes } = await turnOn(service);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await signIn(service, recoveryCodes[0])).status).toBe(201);
    expect(codeOf(await signIn(service, recoveryCodes[0]))).toBe('sign-in-failed');
    expect((await signIn(service, recoveryCodes[1]!.toUpperCase())).status).toBe(201);
  });

  it('counts wrong codes towards the lock-out', async () => {
    const service = await startService();
    await turnOn(service);
    const codes: (string | undefined)[] = [];
    for (let tried = 0; tried < 5; tried += 1) codes.push(codeOf(await signIn(service, '000000')));
    expect(codes.at(-1)).toBe('locked-out');
  });

  it('cannot be turned off by trying codes, not even by somebody who is signed in', async () => {
    const service = await startService();
    const { totp, client } = await turnOn(service);
    for (let tried = 0; tried < 5; tried += 1) await client.post('/api/me/totp/remove', { code: '000000' });
    const code = totp.generate({ timestamp: service.clock.now().getTime() });
    const reply = await client.post('/api/me/totp/remove', { code });
    expect(reply.status).toBe(429);
    expect(codeOf(reply)).toBe('locked-out');
    const locks = service.database.selectFrom('auditEvents').selectAll().where('action', '=', 'account/sign-in-locked');
    expect(await locks.execute()).toHaveLength(1);
  });

  it('is turned off only with a code, and its secret is sealed', async () => {
    const service = await startService();
    const { totp, client } = await turnOn(service);
    expect(service.service.parts.store.serialize().includes(totp.secret.base32)).toBe(false);
    expect((await client.post('/api/me/totp/remove', { code: '000000' })).status).toBe(400);
    const code = totp.generate({ timestamp: service.clock.now().getTime() });
    expect((await client.post('/api/me/totp/remove', { code })).status).toBe(204);
    expect((await signIn(service)).status).toBe(201);
  });
});
