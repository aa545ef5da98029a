import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { auditEndpoints } from '../../src/contract/audit.ts';
import type { AnswerOf } from '../../src/contract/endpoint.ts';
import { answerEndpoints } from '../../src/contract/moderation-answers.ts';
import { moderationEndpoints } from '../../src/contract/moderation.ts';
import { consentEndpoints } from '../../src/contract/register-answers.ts';
import { registerPhotoEndpoints } from '../../src/contract/register-photos.ts';
import { pupilEndpoints, registerEndpoints } from '../../src/contract/register.ts';
import { releaseEndpoints } from '../../src/contract/release.ts';
import { setupEndpoints } from '../../src/contract/setup.ts';
import { sessionEndpoints } from '../../src/contract/sign-in.ts';
import { takedownEndpoints } from '../../src/contract/takedowns.ts';
import { uploadEndpoints } from '../../src/contract/uploads.ts';
import { openCaller, type Caller } from '../../src/demo/open-caller.ts';
import { samplePeople, type SampleKey } from '../../src/demo/sample-people.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

const program = path.join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** The service in a process of its own, until it has said what is waited for or has ended. */
async function serveIn(folder: string, waitFor: string, ...args: readonly string[]) {
  const env = { ...process.env, PHOTOWARD_DATA: folder, PHOTOWARD_PORT: '0', PHOTOWARD_LOG_LEVEL: 'warn' };
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program, ...args], { env });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (text += String(chunk)));
  const isThere = (): boolean => child.exitCode !== null || text.includes(waitFor);
  await expect.poll(isThere, { timeout: 280_000, interval: 50 }).toBe(true);
  return { child, said: (): string => text, origin: /ready at (\S+)/.exec(text)?.[1] ?? '' };
}

async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<unknown> {
  // One that ended by itself says so only once.
  if (child.exitCode !== null) return child.exitCode;
  child.kill(signal);
  return ((await once(child, 'exit')) as [unknown])[0];
}

async function signInAll(origin: string, said: string): Promise<Record<SampleKey, Caller>> {
  const password = /password (\S+) as/.exec(said)![1]!;
  const entries = samplePeople.map(async ({ key, email }) => {
    expect(said).toContain(email);
    const caller = openCaller(origin);
    await caller.ask(sessionEndpoints.signIn, { body: { email, password } });
    return [key, caller] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<SampleKey, Caller>;
}

type Batch = AnswerOf<typeof uploadEndpoints.read>;

async function readBatches(callers: readonly Caller[]): Promise<Map<string, Batch>> {
  const batches = new Map<string, Batch>();
  for (const caller of callers) {
    const { items } = await caller.ask(uploadEndpoints.list);
    for (const { id: batchId } of items) {
      const batch = await caller.ask(uploadEndpoints.read, { params: { batchId } });
      batches.set(batch.title, batch);
    }
  }
  return batches;
}

const statesOf = (batch: Batch | undefined): string[] => (batch?.photos ?? []).map(({ state }) => state);

async function expectEveryState({ staff, staff2, moderator, moderator2 }: Record<SampleKey, Caller>): Promise<void> {
  const batches = await readBatches([staff, staff2]);
  const found = Object.fromEntries([...batches].map(([title, batch]) => [title, [batch.state, ...statesOf(batch)]]));
  expect(found).toEqual({
    'Football match': ['decided', 'released', 'released'],
    'Open morning': [
      'decided',
      expect.stringMatching('take'),
      expect.stringMatching('take'),
      expect.stringMatching('take'),
    ],
    'Music evening': ['decided', 'approved', 'approved', 'rejected'],
    'Harvest assembly': ['submitted', 'flagged', 'flagged', 'flagged', 'flagged', 'flagged'],
    'Library visit': ['submitted', 'flagged', 'flagged'],
    'Autumn fair': ['decided', 'clear', 'clear', 'clear'],
    'Science week': ['open', 'clear', 'flagged'],
  });
  expect(new Set(statesOf(batches.get('Open morning')))).toEqual(new Set(['takedown-due', 'taken-down']));
  const harvest = batches
    .get('Harvest assembly')!
    .photos.map(({ id: photoId }) => moderator2.ask(moderationEndpoints.read, { params: { photoId } }));
  const details = await Promise.all(harvest);
  const codes = details.map(({ findings }) => findings.map(({ code }) => code));
  expect(codes[0]).toContain('match/on-register');
  expect(codes[2]).toContain('text/on-register');
  expect(codes[3]).toContain('metadata/not-a-school-device');
  expect(details.map(({ block }) => block)).toEqual(['ordinary', 'restricted', 'ordinary', null, 'ordinary']);
  expect(details[3]!.metadata.summary).toMatch(/GPS|place/i);
  expect(details[4]!.override).toMatchObject({ askedBy: 'Gwen Abernathy', isMine: false });
  const covered = batches.get('Music evening')!.photos[1]!.id;
  const { output } = await moderator.ask(moderationEndpoints.read, { params: { photoId: covered } });
  expect(output).toMatchObject({ kind: 'cover', checkState: 'passed' });
  const [, asked] = batches.get('Library visit')!.photos;
  const { pupils } = await moderator.ask(answerEndpoints.lineUp, { params: { photoId: asked!.id } });
  expect(pupils.filter(({ answer, portraitId }) => answer === null && portraitId !== null).length).toBeGreaterThan(0);
  expect((await moderator.ask(takedownEndpoints.listLooks)).items.length).toBeGreaterThan(0);
  expect((await moderator.ask(releaseEndpoints.ledger)).items.filter(({ posts }) => posts.length > 0)).toHaveLength(5);
}

async function expectRegister({ admin, office, dsl }: Record<SampleKey, Caller>): Promise<void> {
  const groups = await office.ask(pupilEndpoints.listGroups);
  expect(groups.classes.map(({ pupils }) => pupils)).toEqual([10, 10, 10, 10, 10, 10]);
  const register = await dsl.ask(registerEndpoints.read, { query: { limit: 200 } });
  const reasons = new Set(register.items.map(({ reason }) => reason));
  expect([...reasons].sort()).toEqual(
    ['expired', 'no-record', 'pupil-objected', 'refused', 'restricted', 'withdrawn'],
  ); // prettier-ignore
  const [freya] = (await office.ask(pupilEndpoints.list, { query: { search: '2002' } })).items;
  const params = { pupilId: freya!.id };
  expect((await office.ask(registerPhotoEndpoints.list, { params })).photos).toHaveLength(1);
  const [ending] = (await office.ask(pupilEndpoints.list, { query: { search: '2010' } })).items;
  const { today } = await office.ask(consentEndpoints.list, { params: { pupilId: ending!.id } });
  expect(Date.parse(today[0]!.until!)).toBeLessThan(Date.now() + 30 * 86_400_000);
  const progress = await admin.ask(setupEndpoints.readProgress);
  expect(progress).toMatchObject({ openChannels: 3, moderators: 3, safeguardingLeads: 1, isMatchingOn: true });
  expect(await admin.ask(auditEndpoints.verify, { body: {} })).toMatchObject({ whole: true });
}

it('makes the sample school once, in a folder of its own, with every state to be seen', async () => {
  const folder = freshFolder();
  const cut = await serveIn(folder, 'guardians', '--demo');
  await stop(cut.child, 'SIGKILL');
  const first = await serveIn(folder, 'Headteacher', '--demo');
  const people = await signInAll(first.origin, first.said());
  await expectEveryState(people);
  await expectRegister(people);
  expect(await stop(first.child, 'SIGTERM')).toBe(0);
  const again = await serveIn(folder, 'Headteacher', '--demo');
  expect(again.said()).not.toContain('Making');
  await expectEveryState(await signInAll(again.origin, again.said()));
  await stop(again.child, 'SIGTERM');
  expect(statSync(path.join(folder, 'demo', 'sample-school.json')).mode & 0o777).toBe(0o600);
  const plain = await serveIn(path.join(folder, 'demo'), 'ready at');
  expect([plain.child.exitCode, plain.said()]).toEqual([1, expect.stringContaining('is the sample school')]);
}, 600_000);

it('refuses a folder that holds anything else, and leaves it alone', async () => {
  const folder = freshFolder();
  mkdirSync(path.join(folder, 'demo'));
  writeFileSync(path.join(folder, 'demo', 'photoward.db'), 'a real school');
  const refused = await serveIn(folder, 'ready at', '--demo');
  expect([refused.child.exitCode, refused.said()]).toEqual([1, expect.stringContaining('is not a sample school')]);
  expect(readFileSync(path.join(folder, 'demo', 'photoward.db'), 'utf8')).toBe('a real school');
});
