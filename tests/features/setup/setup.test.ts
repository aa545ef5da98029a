import { describe, expect, it } from 'vitest';
import { isMatchingOn } from '../../../src/store/is-matching-on.ts';
import { readCurrentPolicy } from '../../../src/store/read-current-policy.ts';
import { startService } from '../../support/service/start-service.ts';
import { application, approval, openChannel, signOff } from './application.ts';
import { codeOf } from '../../support/service/code-of.ts';

function pathsOf(reply: { readonly json: unknown }): string[] | undefined {
  return (reply.json as { error: { fields?: { path: string }[] } }).error.fields?.map((field) => field.path);
}

async function start() {
  const service = await startService();
  return { service, admin: await service.signInAs('admin'), ids: service.accountIds };
}

describe('channels', () => {
  it('open only when a senior leader approved the application', async () => {
    const { service, admin } = await start();
    expect((await admin.post('/api/channels', application(service))).status).toBe(201);
    const stateNow = async () => ((await admin.get('/api/channels/website')).json as { state: string }).state;
    expect(await stateNow()).toBe('applied');
    expect(codeOf(await admin.post('/api/channels/website/reviews', { ...approval, outcome: 'kept-open' }))).toBe(
      'wrong-state',
    );
    expect((await admin.post('/api/channels/website/reviews', approval)).status).toBe(204);
    expect(await stateNow()).toBe('open');
    expect(codeOf(await admin.post('/api/channels/website/reviews', approval))).toBe('wrong-state');
  });

  it.each([
    ['one person', (ids: string[]) => [ids[0]!], 'invalid-input'],
    ['the same person twice', (ids: string[]) => [ids[0]!, ids[0]!], 'too-few-staff'],
    ['somebody unknown', (ids: string[]) => [ids[0]!, '01ARZ3NDEKTSV4RRFFQ69G5FAV'], 'invalid-input'],
  ])('need two named colleagues, not %s', async (_who, choose, code) => {
    const { service, admin, ids } = await start();
    const staff = choose([ids.staff, ids.office]);
    const reply = await admin.post('/api/channels', { ...application(service), staff });
    expect(codeOf(reply)).toBe(code);
    expect((await admin.get('/api/channels')).json).toEqual({ channels: [] });
  });

  it('must say everything the policy asks, in words', async () => {
    const { service, admin } = await start();
    const reply = await admin.post('/api/channels', {
      ...application(service),
      aim: undefined,
      promotion: ' ',
      policyUrl: 'ftp://x',
      maxLongEdgePx: 100,
    });
    expect(pathsOf(reply)?.sort()).toEqual(['aim', 'maxLongEdgePx', 'policyUrl', 'promotion']);
  });

  it('keep ids and names apart', async () => {
    const { service, admin } = await start();
    await openChannel(service, admin);
    expect(pathsOf(await admin.post('/api/channels', application(service)))).toEqual(['id']);
    const sameName = { ...application(service, 'other'), name: 'Channel website' };
    expect(pathsOf(await admin.post('/api/channels', sameName))).toEqual(['name']);
  });

  it('are handed over so that two people always remain', async () => {
    const { service, admin, ids } = await start();
    await openChannel(service, admin);
    const handOver = (from: string, to: string | null) => admin.post('/api/channels/website/handover', { from, to });
    expect(codeOf(await handOver(ids.staff, null))).toBe('too-few-staff');
    expect(codeOf(await handOver(ids.staff, ids.office))).toBe('conflict');
    expect(pathsOf(await handOver(ids.dsl, ids.moderator))).toEqual(['from']);
    expect((await handOver(ids.staff, ids.moderator)).status).toBe(204);
    const { staff } = (await admin.get('/api/channels/website')).json as { staff: { id: string }[] };
    expect(staff.map((member) => member.id).sort()).toEqual([ids.office, ids.moderator].sort());
  });

  it('hold on to their people until they are handed over', async () => {
    const { service, admin, ids } = await start();
    await openChannel(service, admin);
    const reply = await admin.post(`/api/accounts/${ids.staff}/close`);
    expect(reply.json).toMatchObject({ error: { code: 'too-few-staff', detail: 'hand over the channel website' } });
    await admin.post('/api/channels/website/handover', { from: ids.staff, to: ids.dsl });
    expect((await admin.post(`/api/accounts/${ids.staff}/close`)).status).toBe(204);
  });

  it('close, and open again only with a senior leader’s approval', async () => {
    const { service, admin, ids } = await start();
    await openChannel(service, admin);
    expect((await admin.post('/api/channels/website/close', { reason: 'Not used' })).status).toBe(204);
    expect((await admin.get('/api/channels/website')).json).toMatchObject({
      state: 'closed',
      closingReason: 'Not used',
    });
    for (const [path, body] of [
      ['close', { reason: 'Again' }],
      ['reviews', { ...approval, outcome: 'kept-open' }],
      ['reviews', { ...approval, outcome: 'refused' }],
    ] as const) {
      expect(codeOf(await admin.post(`/api/channels/website/${path}`, body)), path).toBe('wrong-state');
    }
    // Whoever answered for it may have left meanwhile.
    for (const from of [ids.staff, ids.office]) {
      expect((await admin.post('/api/channels/website/handover', { from, to: null })).status).toBe(204);
    }
    expect(codeOf(await admin.post('/api/channels/website/reviews', approval))).toBe('too-few-staff');
    for (const accountId of [ids.dsl, ids.moderator]) {
      expect((await admin.post('/api/channels/website/staff', { accountId })).status).toBe(204);
    }
    expect((await admin.post('/api/channels/website/reviews', approval)).status).toBe(204);
    expect((await admin.get('/api/channels/website')).json).toMatchObject({ state: 'open', closingReason: null });
  });

  it('need a review date that lies ahead', async () => {
    const { service, admin } = await start();
    await admin.post('/api/channels', application(service));
    for (const nextReviewOn of [null, '2026-03-02', '2020-01-01']) {
      const reply = await admin.post('/api/channels/website/reviews', { ...approval, nextReviewOn });
      expect(pathsOf(reply)).toEqual(['nextReviewOn']);
    }
  });
});

describe('the DPIA sign-off', () => {
  it('alone turns matching on, and its withdrawal off', async () => {
    const { service, admin } = await start();
    expect(await isMatchingOn(service.database)).toBe(false);
    expect((await admin.post('/api/dpia', signOff)).status).toBe(201);
    expect(await isMatchingOn(service.database)).toBe(true);
    expect(codeOf(await admin.post('/api/dpia', signOff))).toBe('conflict');
    expect((await admin.post('/api/dpia/withdraw', { reason: 'A new model' })).status).toBe(204);
    expect((await admin.get('/api/dpia')).json).toEqual({ isMatchingOn: false, signOff: null });
    expect(codeOf(await admin.post('/api/dpia/withdraw', { reason: 'Again' }))).toBe('wrong-state');
  });

  it('is not signed tomorrow, nor reviewed yesterday', async () => {
    const { admin } = await start();
    const reply = await admin.post('/api/dpia', { ...signOff, signedOn: '2026-03-03', reviewOn: '2026-03-01' });
    expect(pathsOf(reply)).toEqual(['signedOn', 'reviewOn']);
  });
});

describe('the policy', () => {
  it('has versions that are never rewritten, each with its author and reason', async () => {
    const { service, admin } = await start();
    const current = (await admin.get('/api/policy')).json as { number: number; rules: object; handling: object };
    const change = { basedOn: current.number, rules: current.rules, handling: { ...current.handling, importDays: 5 } };
    expect((await admin.post('/api/policy/versions', { ...change, reason: 'Shorter' })).json).toEqual({ number: 2 });
    expect(codeOf(await admin.post('/api/policy/versions', { ...change, reason: 'Late' }))).toBe('changed-meanwhile');
    const { versions } = (await admin.get('/api/policy/versions')).json as { versions: { reason: string }[] };
    expect(versions.map((version) => version.reason)).toEqual(['Shorter', 'start']);
    expect(versions[0]).toMatchObject({ createdBy: { id: service.accountIds.admin } });
    const inForce = await readCurrentPolicy(service.database);
    expect([inForce.number, inForce.policy.version, inForce.handling.importDays]).toEqual([2, '2', 5]);
    await expect(service.database.updateTable('policyVersions').set({ reason: 'x' }).execute()).rejects.toThrow(
      'never',
    );
  });

  it('refuses thresholds the wrong way round or out of bounds', async () => {
    const { admin } = await start();
    const current = (await admin.get('/api/policy')).json as {
      number: number;
      rules: { match: Record<string, number> };
      handling: object;
    };
    const send = (match: Record<string, number>) =>
      admin.post('/api/policy/versions', {
        ...{ basedOn: current.number, handling: current.handling, reason: 'r' },
        rules: { ...current.rules, match: { ...current.rules.match, ...match } },
      });
    expect(pathsOf(await send({ possible: 0.9, likely: 0.2 }))).toEqual(['rules.match.possible']);
    expect(pathsOf(await send({ likely: 1.2 }))).toEqual(['rules.match.likely']);
  });

  it('knows the school’s devices as they are now', async () => {
    const { service, admin } = await start();
    const device = { make: 'Canon', model: 'EOS R10', serial: '0412', label: 'Office camera' };
    const { id } = (await admin.post('/api/devices', device)).json as { id: string };
    expect(codeOf(await admin.post('/api/devices', { ...device, make: 'CANON' }))).toBe('conflict');
    const devices = async () => (await readCurrentPolicy(service.database)).policy.devices;
    expect(await devices()).toEqual([{ make: 'Canon', model: 'EOS R10', serial: '0412' }]);
    expect((await admin.post(`/api/devices/${id}/retire`)).status).toBe(204);
    expect(await devices()).toEqual([]);
    expect((await admin.post(`/api/devices/${id}/retire`)).status).toBe(404);
  });
});

describe('progress', () => {
  const warningsOf = (reply: { readonly json: unknown }): string[] =>
    (reply.json as { warnings: { code: string }[] }).warnings.map((warning) => warning.code);

  it('warns until the school is ready, and again when reviews are due', async () => {
    const { service, admin } = await start();
    expect(warningsOf(await admin.get('/api/setup'))).toEqual(['too-few-moderators', 'no-open-channel', 'no-devices']);
    await service.addAccount('moderator');
    await openChannel(service, admin);
    await admin.post('/api/devices', { make: 'Canon', model: 'R10', serial: null, label: 'Camera' });
    await admin.post('/api/dpia', signOff);
    expect((await admin.get('/api/setup')).json).toMatchObject({ moderators: 2, isMatchingOn: true, warnings: [] });
    service.clock.set('2027-04-01T09:00:00.000Z');
    const later = await service.signInAs('admin');
    expect(warningsOf(await later.get('/api/setup'))).toEqual(['dpia-review-due', 'channel-review-due']);
  });
});

describe('the school', () => {
  it('keeps its details', async () => {
    const { admin } = await start();
    const details = { ...((await admin.get('/api/school')).json as object), name: 'Oakfield Primary', urn: '123456' };
    expect((await admin.send('PUT', '/api/school', { body: details })).status).toBe(204);
    expect((await admin.get('/api/school')).json).toEqual(details);
    expect(pathsOf(await admin.send('PUT', '/api/school', { body: { ...details, urn: '12' } }))).toEqual(['urn']);
  });
});
