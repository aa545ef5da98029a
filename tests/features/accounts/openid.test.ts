import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenidProvider } from '../../../src/features/accounts/openid-provider.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { createClient, type Client } from '../../support/service/client.ts';
import { startService, testPassword, type TestService } from '../../support/service/start-service.ts';

interface Person {
  readonly email: string;
  readonly email_verified: boolean;
  readonly hd?: string;
}

const program = path.join(import.meta.dirname, '..', '..', 'support', 'service', 'openid-provider-process.ts');
let provider: ChildProcess;
let issuer: string;

beforeAll(async () => {
  const started = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  provider = started;
  issuer = await new Promise((resolve) => {
    started.stdout.on('data', (chunk: Buffer) => {
      const said = /issuer (\S+)/.exec(chunk.toString())?.[1];
      if (said !== undefined) resolve(said);
    });
  });
});

afterAll(() => {
  provider.kill();
});

/** The service with the provider as its "Google", and whoever is signed in there. */
async function startProvider(person: Person, hostedDomain?: string) {
  const settings: OpenidProvider = {
    ...{
      id: 'google',
      name: 'Google',
      issuer,
      clientId: 'photoward',
      clientSecret: 'a-secret-for-tests-only-32-bytes',
    },
    ...{ allowHttp: true, ...(hostedDomain === undefined ? {} : { hostedDomain }) },
  };
  const service = await startService({ openidProviders: [settings] });
  await fetch(`${issuer}/person`, {
    method: 'PUT',
    body: JSON.stringify({ ...person, sub: `person of ${person.email}` }),
  });
  return { service, callback: `${service.origin}/api/sign-in/google/callback` };
}

/** Follow redirects through the provider until it sends the browser back; returns the callback's address. */
async function walkProvider(address: string, callback: string): Promise<string> {
  const browser = createClient(new URL(address).origin);
  let next = address;
  for (let hops = 0; hops < 12 && !next.startsWith(callback); hops += 1) {
    const reply = await browser.get(next);
    next = new URL(reply.headers.get('location') ?? 'about:blank', next).href;
  }
  return next;
}

async function signInThere(client: Client, callback: string, query = '') {
  const begun = await client.get(`/api/sign-in/google${query}`);
  const back = await walkProvider(begun.headers.get('location')!, callback);
  const done = await client.get(back);
  return { begun, back, done, location: done.headers.get('location') };
}

async function whoIs(client: Client): Promise<unknown> {
  return ((await client.get('/api/session')).json as { person: unknown }).person;
}

async function linkedIdentities(service: TestService): Promise<unknown[]> {
  return await service.database.selectFrom('externalIdentities').select('accountId').execute();
}

describe('signing in through another service', () => {
  it('finds the account by an address the provider vouches for, and knows it again', async () => {
    const { service, callback } = await startProvider({ email: 'Staff@oakfield.example', email_verified: true });
    const client = service.client();
    expect((await client.get('/api/sign-in/providers')).json).toEqual({
      providers: [{ id: 'google', name: 'Google' }],
    });
    const { location } = await signInThere(client, callback);
    expect(location).toBe('/');
    expect(await whoIs(client)).toMatchObject({ id: service.accountIds.staff, roles: ['staff'] });
    const again = service.client();
    await signInThere(again, callback);
    expect(await whoIs(again)).toMatchObject({ id: service.accountIds.staff });
    expect(await linkedIdentities(service)).toHaveLength(1);
  });

  it.each([
    ['an address nobody vouches for', { email: 'staff@oakfield.example', email_verified: false }, undefined],
    ['somebody without an account', { email: 'stranger@else.example', email_verified: true }, undefined],
    [
      'another domain',
      { email: 'staff@oakfield.example', email_verified: true, hd: 'else.example' },
      'oakfield.example',
    ],
  ])('refuses %s', async (_who, person, hostedDomain) => {
    const { service, callback } = await startProvider(person, hostedDomain);
    const client = service.client();
    expect((await signInThere(client, callback)).location).toBe('/sign-in?problem=sign-in-failed');
    expect(await whoIs(client)).toBeNull();
    expect(await linkedIdentities(service)).toEqual([]);
  });

  it('lets an invited person in without a password', async () => {
    const { service, callback } = await startProvider({ email: 'sam@private.example', email_verified: false });
    const admin = await service.signInAs('admin');
    const body = { displayName: 'Sam Patel', email: 'sam@oakfield.example', roles: ['office'] };
    const { link } = (await admin.post('/api/invitations', body)).json as { link: string };
    const client = service.client();
    await signInThere(client, callback, `?invitation=${link.split('#')[1]!}`);
    expect(await whoIs(client)).toMatchObject({ displayName: 'Sam Patel', roles: ['office'], hasPassword: false });
  });

  it('links the provider’s account to the signed-in person', async () => {
    const { service, callback } = await startProvider({ email: 'other@private.example', email_verified: true });
    const client = await service.signInAs('dsl');
    expect((await signInThere(client, callback)).location).toBe('/account');
    const elsewhere = service.client();
    await signInThere(elsewhere, callback);
    expect(await whoIs(elsewhere)).toMatchObject({ id: service.accountIds.dsl });
  });

  it('begins nothing for a site under the same domain, to which browsers send the session along', async () => {
    const { service } = await startProvider({ email: 'other@private.example', email_verified: true });
    const client = await service.signInAs('dsl');
    const begin = (site: string) => client.send('GET', '/api/sign-in/google', { headers: { 'sec-fetch-site': site } });
    expect(codeOf(await begin('same-site'))).toBe('cross-site');
    expect(await service.database.selectFrom('openidAttempts').select('provider').execute()).toEqual([]);
    expect((await begin('same-origin')).status).toBe(303);
  });

  it('links nothing for a session that ended while its browser was at the provider', async () => {
    const { service, callback } = await startProvider({ email: 'other@private.example', email_verified: true });
    const [thief, person] = [await service.signInAs('dsl'), await service.signInAs('dsl')];
    const begun = await thief.get('/api/sign-in/google');
    const back = await walkProvider(begun.headers.get('location')!, callback);
    const change = { current: testPassword, next: 'orange Kettle 99 moss' };
    expect((await person.send('PUT', '/api/me/password', { body: change })).status).toBe(204);
    expect((await thief.get(back)).headers.get('location')).toBe('/sign-in?problem=sign-in-failed');
    expect(await linkedIdentities(service)).toEqual([]);
  });

  it('ends with a link to a new password, so that whoever linked an account of theirs is out', async () => {
    const { service, callback } = await startProvider({ email: 'other@private.example', email_verified: true });
    await signInThere(await service.signInAs('dsl'), callback);
    const admin = await service.signInAs('admin');
    const { link } = (await admin.post(`/api/accounts/${service.accountIds.dsl}/password-reset`)).json as {
      link: string;
    };
    const body = { token: link.split('#')[1]!, password: 'orange Kettle 99 moss' };
    expect((await service.client().post('/api/invitations/accept', body)).status).toBe(201);
    const thief = service.client();
    expect((await signInThere(thief, callback)).location).toBe('/sign-in?problem=sign-in-failed');
    expect(await whoIs(thief)).toBeNull();
  });

  it('lets nobody in who came back with a restore, nor links anything for them', async () => {
    const { service, callback } = await startProvider({ email: 'staff@oakfield.example', email_verified: true });
    await service.database.updateTable('accounts').set({ heldSince: '2026-03-02T09:00:00.000Z' }).execute();
    const client = service.client();
    expect((await signInThere(client, callback)).location).toBe('/sign-in?problem=account-held');
    expect(await whoIs(client)).toBeNull();
    expect(await linkedIdentities(service)).toEqual([]);
  });

  it('takes a return once, and nobody whose account was closed', async () => {
    const { service, callback } = await startProvider({ email: 'office@oakfield.example', email_verified: true });
    const [client, failed] = [service.client(), '/sign-in?problem=sign-in-failed'];
    const { back, location } = await signInThere(client, callback);
    expect(location).toBe('/');
    expect((await client.get(back)).headers.get('location')).toBe(failed);
    const copy = service.client();
    expect((await copy.get(back)).headers.get('location')).toBe(failed);
    const begun = await copy.get('/api/sign-in/google');
    const late = await walkProvider(begun.headers.get('location')!, callback);
    const admin = await service.signInAs('admin');
    expect((await admin.post(`/api/accounts/${service.accountIds.office}/close`)).status).toBe(204);
    expect(await whoIs(client)).toBeNull();
    expect((await copy.get(late)).headers.get('location')).toBe(failed);
    expect(await whoIs(copy)).toBeNull();
    expect(await linkedIdentities(service)).toEqual([]);
  });

  it('refuses a state it never gave, and a return without a code', async () => {
    const { service, callback } = await startProvider({ email: 'staff@oakfield.example', email_verified: true });
    const client = service.client();
    const begun = await client.get('/api/sign-in/google');
    const back = new URL(await walkProvider(begun.headers.get('location')!, callback));
    const made = new URL(back);
    made.searchParams.set('state', 'x'.repeat(43));
    expect((await client.get(made.href)).headers.get('location')).toBe('/sign-in?problem=sign-in-failed');
    back.searchParams.delete('code');
    expect((await client.get(back.href)).headers.get('location')).toMatch(/^\/sign-in\?problem=/);
    expect(await whoIs(client)).toBeNull();
  });

  it('refuses a return that another browser began, a second use and a late one', async () => {
    const { service, callback } = await startProvider({ email: 'staff@oakfield.example', email_verified: true });
    const [client, victim] = [service.client(), service.client()];
    const failed = '/sign-in?problem=sign-in-failed';
    const begun = await client.get('/api/sign-in/google');
    const back = await walkProvider(begun.headers.get('location')!, callback);
    expect((await victim.get(back)).headers.get('location')).toBe(failed);
    expect((await client.get(back)).headers.get('location')).toBe(failed);
    const second = await client.get('/api/sign-in/google');
    const late = await walkProvider(second.headers.get('location')!, callback);
    service.clock.advance(11 * 60_000);
    expect((await client.get(late)).headers.get('location')).toBe(failed);
  });
});
