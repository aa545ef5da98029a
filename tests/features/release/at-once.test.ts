import { expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { faceAt } from '../../policy/evidence-of.ts';
import { startService } from '../../support/service/start-service.ts';
import { addPhoto, readyWorld, settle } from './release-world.ts';

const oneFace = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };

const withdrawn = {
  ...{ channelId: null, answer: 'withdrawn', basis: 'consent', validFrom: '2026-03-02', validUntil: null },
  ...{ guardianId: null, givenBy: 'Mother', method: 'letter', evidenceReference: null },
};

it.each([0, 2, 5, 10, 20, 40, 80, 160])(
  'lets nothing stand when permission is withdrawn %i ms after the release was begun',
  async (delayMs) => {
    const service = await startService();
    const { batchId, pupilId } = await readyWorld(service, await service.signInAs('admin'));
    await service.database.updateTable('batchRoll').set({ groupKind: 'pupil', groupName: pupilId }).execute();
    const photoId = await addPhoto(service, batchId, { values: oneFace });
    const [staff, office] = [await service.signInAs('staff'), await service.signInAs('office')];
    const order = { channelId: 'website', photoIds: [photoId] };
    const [begun, ended] = await Promise.all([
      staff.post(`/api/batches/${batchId}/releases`, order),
      sleep(delayMs).then(() => office.post(`/api/pupils/${pupilId}/consents`, withdrawn)),
    ]);
    expect([begun.status, ended.status]).toEqual([202, 201]);
    expect((await staff.get(`/api/batches/${batchId}/releases/website/photos.zip`)).status).toBe(404);
    await settle(service);
    const releases = await service.database.selectFrom('releases').select('id').execute();
    const takedowns = await service.database.selectFrom('takedowns').select('releaseId as id').execute();
    expect(takedowns).toEqual(releases);
    const { state } = await service.database
      .selectFrom('photos')
      .select('state')
      .where('id', '=', photoId)
      .executeTakeFirstOrThrow();
    expect(state).toBe(releases.length === 0 ? 'flagged' : 'takedown-due');
    expect((await staff.get(`/api/batches/${batchId}/releases/website/photos.zip`)).status).toBe(404);
  },
);
