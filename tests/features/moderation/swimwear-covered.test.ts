import { describe, expect, it } from 'vitest';
import type { AttireEvidence, PersonAttire } from '../../../src/policy/words/evidence.ts';
import { observedIn, readEvidence } from '../../../src/store/evidence-rows.ts';
import type { Client } from '../../support/service/client.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { settle } from '../release/release-world.ts';
import { demoPhoto, permit } from '../uploads/seed.ts';
import { addFlagged } from './seed.ts';

const shown: PersonAttire = {
  ...{ box: { x: 100, y: 50, width: 250, height: 520 }, face: 0, framing: 'full-length', swimwear: 0.93 },
  ...{ skin: { torso: 0.9, upperArms: 0.9, thighs: 0.9 }, inWater: 0.02 },
};
const beside: AttireEvidence = { swimwear: 0.95, water: 0.9, peopleFound: 1, people: [shown] };
const whole = { x: 0, y: 0, width: 799, height: 599 };

interface Detail {
  readonly version: number;
  readonly verdict: string;
  readonly block: string | null;
  readonly findings: readonly { readonly code: string }[];
  readonly output: { readonly id: string; readonly checkState: string } | null;
}

const pathOf = (photoId: string, rest = ''): string => `/api/moderation/photos/${photoId}${rest}`;

async function change(
  service: TestService,
  moderator: Client,
  photoId: string,
  recipe: { readonly faces: readonly number[]; readonly crop: object | null },
): Promise<Detail> {
  const read = async (): Promise<Detail> => (await moderator.get(pathOf(photoId))).json as Detail;
  const { version } = await read();
  const made = await moderator.post(pathOf(photoId, '/outputs'), { version, drawnFaces: [], areas: [], ...recipe });
  expect(made.status, made.text).toBe(202);
  const isChecked = async (): Promise<boolean> => (await read()).output?.checkState !== 'waiting';
  await expect.poll(isChecked, { timeout: 90_000, interval: 200 }).toBe(true);
  await settle(service);
  return await read();
}

async function attireOf({ database }: TestService, photoId: string, { output }: Detail): Promise<AttireEvidence> {
  return observedIn(await readEvidence(database, { photoId, outputId: output!.id }), 'attire')!;
}

describe('a cover over the head', () => {
  it('does not lift a block for what is worn below the waist', { timeout: 120_000 }, async () => {
    const service = await startService();
    const moderator = await service.signInAs('moderator');
    const { photoId, pupilId } = await addFlagged(service, { preview: demoPhoto(1), observed: { attire: beside } });
    await permit(service, pupilId);
    const covered = await change(service, moderator, photoId, { faces: [1, 2], crop: null });
    expect(covered).toMatchObject({ verdict: 'block', block: 'ordinary', output: { checkState: 'passed' } });
    expect(covered.findings.map(({ code }) => code)).toContain('attire/below-waist');
    const decision = { decision: 'approve', reasonCode: 'other', note: '', version: covered.version };
    const reply = await moderator.post(pathOf(photoId, '/decision'), decision);
    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining('second-person-needed')]);
  });

  it('hides nobody from the look at what is worn where the photo is cropped, too', { timeout: 240_000 }, async () => {
    const service = await startService();
    const moderator = await service.signInAs('moderator');
    const { photoId, pupilId } = await addFlagged(service, { preview: demoPhoto(1) });
    await permit(service, pupilId);
    const cropped = await attireOf(
      service,
      photoId,
      await change(service, moderator, photoId, { faces: [], crop: whole }),
    );
    expect(cropped.people.length).toBeGreaterThan(0);
    const both = await attireOf(
      service,
      photoId,
      await change(service, moderator, photoId, { faces: [1, 2], crop: whole }),
    );
    expect(both.swimwear).toBeGreaterThanOrEqual(cropped.swimwear);
    for (const [index, person] of cropped.people.entries()) {
      expect(both.people[index]!.swimwear).toBeGreaterThanOrEqual(person.swimwear);
      expect(both.people[index]).toMatchObject({ box: person.box, framing: person.framing });
    }
  });
});
