import { expect } from 'vitest';
import type { AnswerOf } from '../../src/contract/endpoint.ts';
import { answerEndpoints } from '../../src/contract/moderation-answers.ts';
import { moderationEndpoints } from '../../src/contract/moderation.ts';
import { askUntil } from '../../src/demo/open-caller.ts';
import type { Six } from './people.ts';

type Detail = AnswerOf<typeof moderationEndpoints.read>;

const readBy = ({ caller }: Six['moderator'], photoId: string): Promise<Detail> =>
  caller.ask(moderationEndpoints.read, { params: { photoId } });

/** Look for everybody in the line-up; Ben is in none of the photos, and Freya where her face was not found is not. */
async function answerLineUp(moderator: Six['moderator'], photoId: string): Promise<Detail> {
  const { ask } = moderator.caller;
  const { version, pupils } = await ask(answerEndpoints.lineUp, { params: { photoId } });
  const asked = pupils.map(({ pupilId }) => ({ pupilId, answer: 'not-here' }) as const);
  if (asked.length > 0) await ask(answerEndpoints.answerLineUp, { params: { photoId }, body: { version, answers: asked } }); // prettier-ignore
  return await readBy(moderator, photoId);
}

async function decide(moderator: Six['moderator'], photoId: string, decision: 'approve' | 'reject'): Promise<Detail> {
  const { version } = await readBy(moderator, photoId);
  const body = { decision, reasonCode: 'other', note: '', version } as const;
  await moderator.caller.ask(moderationEndpoints.decide, { params: { photoId }, body });
  return await readBy(moderator, photoId);
}

/** The face that was matched is covered; the new picture is screened again and no longer shows her. */
async function coverFreya(moderator: Six['moderator'], photoId: string, pupilId: string): Promise<void> {
  const { faces, version } = await answerLineUp(moderator, photoId);
  const hers = faces.filter(({ candidates }) => candidates.some((one) => one.pupilId === pupilId));
  expect(hers).toHaveLength(1);
  await expect(decide(moderator, photoId, 'approve')).rejects.toMatchObject({
    detail: expect.stringContaining('second-person-needed') as string,
  });
  await moderator.caller.ask(answerEndpoints.changePicture, {
    params: { photoId },
    body: { version, faces: hers.map(({ number }) => number), drawnFaces: [], areas: [], crop: null },
  });
  const isChecked = ({ output }: Detail): boolean => output !== null && output.checkState !== 'waiting';
  const covered = await askUntil(() => readBy(moderator, photoId), isChecked);
  expect(covered.output).toMatchObject({ kind: 'cover', checkState: 'passed' });
  expect(covered.findings.map(({ code }) => code)).not.toContain('match/on-register');
  // No pupil is left to ask about; that the only face left stands out is for the moderator who decides below.
  const { findings } = await answerLineUp(moderator, photoId);
  const asked = findings.filter(({ severity }) => severity !== 'note');
  expect(asked.map(({ code }) => code)).toEqual(['prominence/single-face']);
}

/** One moderator asks, the same one cannot answer, a second one agrees. */
async function override({ moderator, second }: Six, photoId: string): Promise<void> {
  const { version } = await answerLineUp(moderator, photoId);
  const body = { version, reason: 'Her mother agreed on the telephone.' };
  const asked = await moderator.caller.ask(answerEndpoints.askOverride, { params: { photoId }, body });
  const answer = { params: { photoId }, body: { version: asked.version, answer: 'agreed' } } as const;
  await expect(moderator.caller.ask(answerEndpoints.answerOverride, answer)).rejects.toMatchObject({
    detail: expect.stringContaining('second-person-needed') as string,
  });
  expect((await second.caller.ask(answerEndpoints.answerOverride, answer)).state).toBe('approved');
}

/** Every photo decided in its own way: covered, overridden by two, rejected, approved after the line-up. */
export async function decideTwelve(six: Six, photos: ReadonlyMap<string, string>, pupils: { readonly freya: string }): Promise<void> {
  const { moderator, second } = six;
  const idOf = (name: string): string => photos.get(name)!;
  const codes = async (name: string) => (await readBy(second, idOf(name))).findings.map(({ code }) => code);
  for (const name of ['cover.jpg', 'override.png', 'reject.jpg']) expect(await codes(name)).toContain('match/on-register');
  expect(await codes('badge.jpg')).toContain('text/on-register');
  expect(await codes('two.jpg')).not.toContain('match/on-register');
  expect((await readBy(second, idOf('place.png'))).metadata.summary).toMatch(/GPS/);
  await coverFreya(moderator, idOf('cover.jpg'), pupils.freya);
  await override(six, idOf('override.png'));
  for (const name of ['reject.jpg', 'badge.jpg']) expect((await decide(second, idOf(name), 'reject')).state).toBe('rejected');
  for (const [name, photoId] of photos) {
    if ((await readBy(second, photoId)).state !== 'flagged') continue;
    await answerLineUp(second, photoId);
    expect([name, (await decide(second, photoId, 'approve')).state]).toEqual([name, 'approved']);
  }
} // prettier-ignore
