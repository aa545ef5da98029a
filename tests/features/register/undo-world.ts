import { defaultHandlingPolicy } from '../../../src/policy/default-handling-policy.ts';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { photoForm } from './photos.ts';

interface Undo {
  readonly obstacle: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly basis: string;
  readonly exceptions: readonly Record<string, unknown>[];
}

export const header = 'Adno,Legal Surname,Legal Forename,Preferred Forename,Reg,Year,DOB,Date of Leaving\n';

export const checked = defaultHandlingPolicy.uploadQuestions.map(({ id }) => ({ id, answer: 'yes' }));

export async function world() {
  const service = await startService({ jobConcurrency: 0 });
  const admin = await service.signInAs('admin');
  await openChannel(service, admin, 'website');
  const office = await service.signInAs('office');
  const { database, clock } = service;
  const pupils = () => database.selectFrom('pupils').selectAll().orderBy('schoolNumber').execute();
  /** Read a list, apply it, and let some time pass. */
  const bring = async (what: 'pupils' | 'consents', csv: string, body?: object): Promise<string> => {
    const form = photoForm(Buffer.from(csv), body, 'file');
    const checked = await office.send('POST', `/api/imports/${what}`, { form });
    const { id } = checked.json as { id: string };
    const applied = await office.post(`/api/imports/${id}/apply`);
    if (applied.status !== 200) throw new Error(applied.text);
    clock.advance(60_000);
    return id;
  };
  const list = (csv: string, missing = 'left') => bring('pupils', header + csv, { missing });
  const answers = (csv: string) =>
    bring('consents', csv, { validFrom: '2026-03-01', validUntil: '2027-02-28', givenBy: 'Autumn forms' });
  const told = async (id: string) => (await office.get(`/api/imports/${id}/undo`)).json as Undo;
  const undo = async (id: string) => await office.post(`/api/imports/${id}/undo`, { basis: (await told(id)).basis });
  const mayAppear = async (pupilId: string) => {
    const { today } = (await office.get(`/api/pupils/${pupilId}/consents`)).json as { today: { mayAppear: boolean }[] };
    return today[0]!.mayAppear;
  };
  return { service, office, database, clock, pupils, bring, list, answers, told, undo, mayAppear };
}
