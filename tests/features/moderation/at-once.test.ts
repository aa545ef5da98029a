import { describe, expect, it } from 'vitest';
import type { Client, Reply } from '../../support/service/client.ts';
import type { RouteRow } from '../../support/service/route-rows.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addFlagged } from './seed.ts';
import { moderationRows } from './route-rows.ts';
import { codeOf } from '../../support/service/code-of.ts';

const pathOf = (photoId: string, rest: string): string => `/api/moderation/photos/${photoId}${rest}`;
const statusesOf = (replies: readonly Reply[]): readonly number[] => replies.map(({ status }) => status).sort();

async function another(service: TestService): Promise<Client> {
  return await service.signIn((await service.addAccount('moderator')).email);
}

async function decisionsOf({ database }: TestService): Promise<readonly string[]> {
  return (await database.selectFrom('decisions').select('decision').execute()).map(({ decision }) => decision);
}

describe('two people at the same moment', () => {
  it('approve and reject one photo: one of them decides, the other is told', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const people = [await service.signInAs('moderator'), await another(service), await service.signInAs('dsl')];
    const { photoId } = await addFlagged(service, { observed: { faces: [] } });
    const { version } = (await people[0]!.get(pathOf(photoId, ''))).json as { version: number };
    const replies = await Promise.all(
      people.map((client, index) =>
        client.post(pathOf(photoId, '/decision'), {
          ...{ decision: index === 1 ? 'reject' : 'approve', reasonCode: index === 1 ? 'quality' : 'all-permitted' },
          ...{ note: '', version },
        }),
      ),
    );
    expect(statusesOf(replies)).toEqual([200, 409, 409]);
    expect(await decisionsOf(service)).toHaveLength(1);
  });

  it('agree to one override: one agreement, one decision', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const { photoId } = await addFlagged(service, { isMatched: true });
    const first = await service.signInAs('moderator');
    expect((await first.post(pathOf(photoId, '/override'), { version: 1, reason: 'They asked' })).status).toBe(200);
    const [second, third] = [await another(service), await another(service)];
    const agree = { version: 2, answer: 'agreed' };
    const replies = await Promise.all(
      [second, third].map((one) => one.post(pathOf(photoId, '/override/answer'), agree)),
    );
    expect(statusesOf(replies)).toEqual([200, 409]);
    expect(await decisionsOf(service)).toEqual(['approve']);
  });
});

describe('an override by one person alone', () => {
  it('is refused from another browser, by another route and with another role', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const { photoId } = await addFlagged(service, { isMatched: true });
    const both = await service.addAccount('moderator', 'dsl');
    const [here, there] = [await service.signIn(both.email), await service.signIn(both.email)];
    const ask = { version: 1, reason: 'They asked' };
    const asked = await Promise.all([here, there].map((one) => one.post(pathOf(photoId, '/override'), ask)));
    expect(statusesOf(asked)).toEqual([200, 409]);
    const answers = await Promise.all(
      [here, there].map((one) => one.post(pathOf(photoId, '/override/answer'), { version: 2, answer: 'agreed' })),
    );
    expect(answers.map(codeOf)).toEqual(['second-person-needed', 'second-person-needed']);
    const decision = { decision: 'approve', reasonCode: 'other', note: '' };
    expect(codeOf(await there.post(pathOf(photoId, '/decision'), { ...decision, version: 2 }))).toBe(
      'second-person-needed',
    );
    const many = { ...decision, photos: [{ photoId, version: 2 }] };
    expect((await there.post('/api/moderation/decisions', many)).text).toContain('second-person-needed');
    expect(await decisionsOf(service)).toEqual([]);
    expect((await here.get(pathOf(photoId, ''))).json).toMatchObject({ state: 'flagged', verdict: 'block' });
  });
});

describe('nobody decides their own upload', () => {
  const changing = moderationRows.filter(
    ({ endpoint }) => endpoint.method !== 'get' && endpoint.path.includes(':photoId'),
  );

  it.each(changing.map((row): [string, RouteRow] => [row.endpoint.name, row]))('by %s', async (_name, row) => {
    const service = await startService({ jobConcurrency: 0 });
    const lead = await service.signInAs('dsl');
    const world = { service, admin: await service.signInAs('admin'), fresh: () => 'x1' };
    const { params = {}, ...sent } = await row.request!(world, 'dsl');
    await service.database.updateTable('photos').set({ uploadedBy: service.accountIds.dsl }).execute();
    const path = row.endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name]!);
    const before = await service.database.selectFrom('auditEvents').select('seq').execute();
    const reply = await lead.send(row.endpoint.method, path, sent);
    expect([reply.status, codeOf(reply)]).toEqual([403, 'own-upload']);
    expect(await service.database.selectFrom('auditEvents').select('seq').execute()).toEqual(before);
  });

  it('not among others, either', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const lead = await service.signInAs('dsl');
    const { photoId } = await addFlagged(service);
    await service.database.updateTable('photos').set({ uploadedBy: service.accountIds.dsl }).execute();
    const body = { decision: 'reject', reasonCode: 'quality', note: '', photos: [{ photoId, version: 1 }] };
    expect((await lead.post('/api/moderation/decisions', body)).text).toContain('own-upload');
    expect(await decisionsOf(service)).toEqual([]);
  });
});
