import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { addParent, biometricEvent, grantBiometric, permitted, registerJobs, restriction } from './world.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { world, fieldsOf } from './register-world.ts';

describe('consents', () => {
  it('means refused until somebody answers, for each channel by itself', async () => {
    const { reasons, answer, standing } = await world();
    expect(await reasons()).toEqual({ website: 'no-record', press: 'no-record' });
    expect((await answer(permitted('website'))).status).toBe(201);
    expect(await reasons()).toEqual({ website: null, press: 'no-record' });
    expect((await standing()).today.find((one) => one.channelId === 'website')?.until).toBe('2027-03-01');
  });

  it('keeps every answer and lets the newest of a person stand', async () => {
    const { reasons, answer, standing, service, office, pupilId } = await world();
    const parent = await addParent(office, pupilId);
    await answer(permitted(null, parent));
    await answer({ ...permitted(null, parent), answer: 'withdrawn', validFrom: '2026-03-02', validUntil: null });
    expect(await reasons()).toEqual({ website: 'withdrawn', press: 'withdrawn' });
    expect((await standing()).history.map((one) => one.answer)).toEqual(['withdrawn', 'permitted']);
    await answer({ ...permitted('website', parent), validFrom: '2026-03-02' });
    expect((await reasons())['press']).toBe('withdrawn');
    const rewrite = service.database.updateTable('consents').set({ answer: 'permitted' }).execute();
    await expect(rewrite).rejects.toThrow('never rewritten');
  });

  it('no longer counts once it turns out to be a mistake, whoever it was said to come from', async () => {
    const { reasons, answer, standing, office, service } = await world();
    await answer(permitted(null));
    const wrong = { ...permitted(null), answer: 'withdrawn', validUntil: null, givenBy: 'Another pupil’s mother' };
    const { id } = (await answer(wrong)).json as { id: string };
    await answer({ ...permitted(null), validFrom: '2026-03-02' });
    // Nobody’s permission outweighs it, so nothing else could put it right.
    expect(await reasons()).toEqual({ website: 'withdrawn', press: 'withdrawn' });
    expect((await office.post(`/api/consents/${id}/retract`)).status).toBe(204);
    expect(await reasons()).toEqual({ website: null, press: null });
    expect((await standing()).history).toMatchObject([{ retractedAt: null }, { retractedAt: '2026-03-02T09:00:00.000Z' }, { retractedAt: null }]); // prettier-ignore
    expect(codeOf(await office.post(`/api/consents/${id}/retract`))).toBe('wrong-state');
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('says where a refusal with an older day, or for a later one, changes nothing today', async () => {
    const { reasons, answer, standing } = await world();
    await answer({ ...permitted(null), validFrom: '2026-03-02' });
    const no = { ...permitted(null), answer: 'refused', validUntil: null };
    expect((await answer({ ...no, validFrom: '2025-03-02' })).json).toMatchObject({
      stillPermittedOn: ['press', 'website'],
    });
    expect((await answer({ ...no, channelId: 'press', validFrom: '2026-03-02' })).json).toMatchObject({
      stillPermittedOn: [],
    });
    expect(await reasons()).toEqual({ website: null, press: 'refused' });
    expect((await answer({ ...no, validFrom: '2027-03-02' })).json).toMatchObject({ stillPermittedOn: ['website'] });
    expect((await standing()).history).toHaveLength(4);
  });

  it('lets one guardian’s refusal outweigh another’s permission, and the pupil outweigh both', async () => {
    const { reasons, answer, office, pupilId } = await world();
    await answer(permitted(null, await addParent(office, pupilId, 'One')));
    const refused = { ...permitted('press'), answer: 'refused', validUntil: null, givenBy: 'The other parent' };
    await answer(refused);
    expect(await reasons()).toEqual({ website: null, press: 'refused' });
    const objection = { channelId: null, objectedOn: '2026-03-02' };
    const { id } = (await office.post(`/api/pupils/${pupilId}/objections`, objection)).json as { id: string };
    expect(await reasons()).toEqual({ website: 'pupil-objected', press: 'pupil-objected' });
    expect((await office.post(`/api/objections/${id}/lift`)).status).toBe(204);
    expect(await reasons()).toEqual({ website: null, press: 'refused' });
    expect(codeOf(await office.post(`/api/objections/${id}/lift`))).toBe('wrong-state');
  });

  it('ends with its last day, and a job for that day is waiting', async () => {
    const { reasons, answer, service, pupilId, office } = await world();
    await answer({ ...permitted('website'), validUntil: '2026-03-10' });
    expect(await registerJobs(service, pupilId)).toContain('2026-03-11');
    service.clock.set('2026-03-10T23:00:00.000Z');
    const again = await service.signInAs('office');
    expect((await reasons(again))['website']).toBe(null);
    service.clock.set('2026-03-11T00:00:00.000Z');
    expect((await reasons(await service.signInAs('office')))['website']).toBe('expired');
    expect(office.origin).toBe(again.origin);
  });

  it.each([
    ['no end', { validUntil: null }, 'validUntil'],
    ['an end before its start', { validUntil: '2026-02-01' }, 'validUntil'],
    ['an end in ten years', { validUntil: '2036-02-01' }, 'validUntil'],
    ['a refusal with an end', { answer: 'refused' }, 'validUntil'],
    ['an unknown channel', { channelId: 'nowhere' }, 'channelId'],
    ['a stranger as guardian', { guardianId: '01J00000000000000000000000' }, 'guardianId'],
    ['an unknown basis', { basis: 'habit' }, 'basis'],
    ['an extra field', { reason: 'x' }, 'reason'],
  ])('refuses %s', async (_name, change, field) => {
    const { answer, standing } = await world();
    const reply = await answer({ ...permitted('website'), ...change });
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply)).toEqual([field]);
    expect((await standing()).history).toEqual([]);
  });
});

describe('restrictions', () => {
  it('shows the safeguarding lead alone that and why; others only that the pupil may not appear', async () => {
    const { reasons, service, office, dsl, pupilId, answer } = await world();
    await answer(permitted(null));
    const { id } = (await dsl.post(`/api/pupils/${pupilId}/restrictions`, restriction)).json as { id: string };
    expect(await reasons(dsl)).toEqual({ website: 'restricted', press: 'restricted' });
    expect(await reasons(office)).toEqual({ website: 'may-not-appear', press: 'may-not-appear' });
    expect((await dsl.post(`/api/restrictions/${id}/reason`)).json).toEqual({ reason: restriction.reason });
    const { sealedReason } = await service.database.selectFrom('restrictions').selectAll().executeTakeFirstOrThrow();
    expect(Buffer.from(sealedReason).includes('Court order')).toBe(false);
    expect(service.service.parts.store.serialize().includes('Court order')).toBe(false);
    const reads = await service.database
      .selectFrom('auditEvents')
      .select('actor')
      .where('action', '=', 'restriction/read')
      .execute();
    expect(reads).toEqual([{ actor: service.accountIds.dsl }]);
    expect((await dsl.post(`/api/restrictions/${id}/lift`)).status).toBe(204);
    const warning = (await dsl.post(`/api/pupils/${pupilId}/contact-warnings`, { note: 'Ask first' })).json as {
      id: string;
    };
    expect((await dsl.post(`/api/contact-warnings/${warning.id}/lift`)).status).toBe(204);
    // An administrator reads the log, and does not learn there whose restriction or warning it was.
    const log = (await (await service.signInAs('admin')).get('/api/audit?limit=100')).json as {
      items: { action: string }[];
    };
    const sealed = log.items.filter(({ action }) => /^(restriction|contact-warning)\//.test(action));
    expect(sealed).toHaveLength(5);
    expect(JSON.stringify(sealed)).not.toContain(pupilId);
    expect(await reasons(office)).toEqual({ website: null, press: null });
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });
});

describe('biometric permission', () => {
  it('is complete only when every parent is told, one consents in writing and nobody objects', async () => {
    const { office, pupilId } = await world();
    const [one, two] = [await addParent(office, pupilId, 'One'), await addParent(office, pupilId, 'Two')];
    const record = (event: string, parent: string | null) =>
      office.post(`/api/pupils/${pupilId}/biometric`, biometricEvent(event, parent));
    const read = async () => (await office.get(`/api/pupils/${pupilId}/biometric`)).json;
    await record('parent-notified', one);
    await record('parent-consented', one);
    expect(await read()).toMatchObject({ permission: 'not-asked', missing: ['parent-not-notified'] });
    expect((await record('parent-exempt', two)).json).toMatchObject({ canHoldTemplate: true });
    expect((await record('parent-objected', two)).json).toMatchObject({ canHoldTemplate: false });
    await record('parent-consented', two);
    expect(await read()).toMatchObject({ permission: 'parent-objected', canHoldTemplate: false });
    await record('reset', null);
    expect(await read()).toMatchObject({ permission: 'not-asked' });
  });

  it('is complete no longer when a further parent becomes known', async () => {
    const { office, pupilId } = await world();
    await grantBiometric(office, pupilId);
    await addParent(office, pupilId, 'Another');
    expect((await office.get(`/api/pupils/${pupilId}/biometric`)).json).toMatchObject({
      canHoldTemplate: false,
      missing: ['parent-not-notified'],
    });
  });

  it.each([
    ['spoken consent', { event: 'parent-consented', inWriting: false }, 'inWriting'],
    ['a notice to nobody', { event: 'parent-notified', guardianId: null }, 'guardianId'],
    ['a day to come', { happenedOn: '2026-03-03' }, 'happenedOn'],
  ])('refuses %s', async (_name, change, field) => {
    const { office, pupilId } = await world();
    const body = { ...biometricEvent('parent-notified', await addParent(office, pupilId)), ...change };
    expect(fieldsOf(await office.post(`/api/pupils/${pupilId}/biometric`, body))).toEqual([field]);
  });
});
