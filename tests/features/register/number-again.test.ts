import { describe, expect, it } from 'vitest';
import type { Client } from '../../support/service/client.ts';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { photoForm } from './photos.ts';
import { addPupil, permitted, pupilDetails } from './world.ts';

const header = 'Adno,Legal Surname,Legal Forename,DOB\n';

interface Checked {
  readonly id: string;
  readonly counts: Readonly<Record<string, number>>;
}

async function bring(office: Client, csv: string): Promise<Checked & { readonly status: number }> {
  const form = photoForm(Buffer.from(csv), undefined, 'file');
  const checked = (await office.send('POST', '/api/imports/pupils', { form })).json as Checked;
  return { ...checked, status: (await office.post(`/api/imports/${checked.id}/apply`)).status };
}

async function world() {
  const service = await startService({ jobConcurrency: 0 });
  await openChannel(service, await service.signInAs('admin'));
  const office = await service.signInAs('office');
  const mayAppear = async (id: string) =>
    ((await office.get(`/api/pupils/${id}/consents`)).json as { today: { mayAppear: boolean }[] }).today[0]!.mayAppear;
  const pupils = () => service.database.selectFrom('pupils').selectAll().orderBy('schoolNumber').execute();
  return { office, mayAppear, pupils };
}

describe('a number that was given out again', () => {
  it('passes no permission on: the list waits until the pupil who had it has another', async () => {
    const { office, mayAppear, pupils } = await world();
    const owen = await addPupil(office, 'A1', 'Owen', 'Pryce');
    await office.post(`/api/pupils/${owen}/consents`, permitted(null));
    await office.post(`/api/pupils/${owen}/leave`, { leftOn: '2026-03-01', version: 1 });
    const list = `${header}A1,Khan,Maya,30/11/2016\n`;
    expect(await bring(office, list)).toMatchObject({ counts: { problem: 1, change: 0 }, status: 422 });
    expect(await mayAppear(owen)).toBe(false);
    const body = { ...pupilDetails('A1-2025', 'Owen', 'Pryce'), version: 2 };
    expect((await office.send('PUT', `/api/pupils/${owen}`, { body })).status).toBeLessThan(300);
    expect(await bring(office, list)).toMatchObject({ counts: { problem: 0, add: 1 }, status: 200 });
    const [maya] = await pupils();
    expect(maya).toMatchObject({ schoolNumber: 'A1', firstName: 'Maya' });
    expect([await mayAppear(maya!.id), await mayAppear(owen)]).toEqual([false, false]);
  });

  it('mixed up between twins does not let the one appear whose parents said no', async () => {
    const { office, mayAppear } = await world();
    const [ada, bea] = [await addPupil(office, 'A1', 'Ada'), await addPupil(office, 'A2', 'Bea')];
    await office.post(`/api/pupils/${ada}/consents`, { ...permitted(null), answer: 'refused', validUntil: null });
    await office.post(`/api/pupils/${bea}/consents`, permitted(null));
    const mixedUp = `${header}A1,Ferrari,Bea,\nA2,Ferrari,Ada,\n`;
    expect(await bring(office, mixedUp)).toMatchObject({ counts: { problem: 2 }, status: 422 });
    expect([await mayAppear(ada), await mayAppear(bea)]).toEqual([false, true]);
  });
});
