import type { BodySent } from '../contract/endpoint.ts';
import { biometricEndpoints, consentEndpoints, restrictionEndpoints } from '../contract/register-answers.ts';
import { guardianEndpoints } from '../contract/register-guardians.ts';
import { importEndpoints } from '../contract/register-imports.ts';
import { pupilEndpoints } from '../contract/register.ts';
import { daysFromNow } from './days-from-now.ts';
import type { Caller } from './open-caller.ts';
import { readSampleList } from './read-sample-list.ts';
import type { Staff } from './sign-in-people.ts';

/** Pupil ids by school number. */
export type Pupils = ReadonlyMap<string, string>;

/** Whose face may be matched: school numbers of pupils who are in the photos. */
export const enrolledNumbers = ['2001', '2002', '2009'] as const;

/** Pupils by the school's list, their guardians and answers, and what only the safeguarding lead knows. */
export async function fillRegister({ as }: Staff): Promise<Pupils> {
  const { office, dsl } = as;
  const pupils = await importPupils(office);
  const families = readSampleList('families').lines;
  await office.ask(pupilEndpoints.addSibling, {
    params: { pupilId: idOf(pupils, '2003'), siblingId: idOf(pupils, '2013') },
  });
  for (const family of families) await addFamily(office, idOf(pupils, family['Admission No'] ?? ''), family);
  await office.ask(consentEndpoints.object, {
    params: { pupilId: idOf(pupils, '2019') },
    body: { channelId: 'facebook', objectedOn: daysFromNow(-3) },
  });
  for (const [schoolNumber, reason] of [
    ['2001', 'Family court order: the father must not learn which school she goes to.'],
    ['2039', 'Foster placement. Social worker: nothing public, on any channel.'],
  ] as const) {
    const params = { pupilId: idOf(pupils, schoolNumber) };
    const restriction = { reason, startsOn: daysFromNow(-60), endsOn: null };
    await dsl.ask(restrictionEndpoints.record, { params, body: restriction });
  }
  await dsl.ask(restrictionEndpoints.warn, {
    params: { pupilId: idOf(pupils, '2001') },
    body: { note: 'Write to the grandmother only, never to the old address.' },
  });
  return pupils;
}

/** The id behind a school number of the sample lists. */
export function idOf(pupils: Pupils, schoolNumber: string): string {
  const id = pupils.get(schoolNumber);
  if (id === undefined) throw new TypeError(`data/sample has no pupil ${schoolNumber}`);
  return id;
}

async function importPupils(office: Caller): Promise<Pupils> {
  const files = [{ name: 'pupils.csv', bytes: readSampleList('pupils').bytes }];
  const { id: importId } = await office.ask(importEndpoints.checkPupils, { files });
  await office.ask(importEndpoints.apply, { params: { importId } });
  const { items } = await office.ask(pupilEndpoints.list, { query: { limit: 200 } });
  return new Map(items.map(({ id, schoolNumber }) => [schoolNumber, id]));
}

/** Guardians, their answers for each channel, and the notices and consent for matching where there are any. */
async function addFamily(office: Caller, pupilId: string, family: Readonly<Record<string, string>>): Promise<void> {
  const [schoolNumber = '', name = ''] = [family['Admission No'], family['Guardian']];
  const parents = [await addGuardian(office, pupilId, name, family['Relationship'] ?? '', family)];
  const second = family['Second guardian'] ?? '';
  if (second !== '') parents.push(await addGuardian(office, pupilId, second, family['Second relationship'] ?? '', {}));
  for (const answer of answersOf(schoolNumber, family)) {
    const given = { ...answer, guardianId: parents[0]!, givenBy: `${name}, ${family['Relationship'] ?? ''}` };
    await office.ask(consentEndpoints.record, { params: { pupilId }, body: given });
  }
  const isEnrolled = (enrolledNumbers as readonly string[]).includes(schoolNumber);
  if (!isEnrolled && Number(schoolNumber) % 9 !== 0) return;
  for (const guardianId of parents) await recordBiometric(office, pupilId, guardianId, 'parent-notified');
  if (isEnrolled) await recordBiometric(office, pupilId, parents[0]!, 'parent-consented');
}

async function addGuardian(
  office: Caller,
  pupilId: string,
  name: string,
  relationship: string,
  contact: Readonly<Record<string, string>>,
): Promise<string> {
  const reach = { email: contact['E-mail'] ?? null, phone: contact['Telephone'] ?? null };
  const body = { name, relationship, isParent: true, ...reach };
  return (await office.ask(guardianEndpoints.add, { params: { pupilId }, body })).id;
}

async function recordBiometric(
  office: Caller,
  pupilId: string,
  guardianId: string,
  event: 'parent-notified' | 'parent-consented',
): Promise<void> {
  const evidenceReference = event === 'parent-consented' ? 'Biometric forms, folder 2' : null;
  const body = { event, guardianId, happenedOn: daysFromNow(-20), inWriting: true, evidenceReference };
  await office.ask(biometricEndpoints.record, { params: { pupilId }, body });
}

type Answer = Omit<BodySent<typeof consentEndpoints.record>, 'guardianId' | 'givenBy'>;

/** A few end soon or have ended; the others hold for the school year. */
function lastDayOf(schoolNumber: string): string {
  if (['2010', '2028', '2046'].includes(schoolNumber)) return daysFromNow(12);
  return schoolNumber === '2023' ? daysFromNow(-5) : daysFromNow(280);
}

function answersOf(schoolNumber: string, family: Readonly<Record<string, string>>): Answer[] {
  const basis = { basis: 'consent', method: 'paper-form', validFrom: daysFromNow(-85) } as const;
  const evidenceReference = `Photo forms, sheet ${schoolNumber}`;
  return ['website', 'newsletter', 'facebook'].flatMap((channelId): Answer[] => {
    const said = family[channelId] ?? '';
    if (said === '') return [];
    const answer = said === 'yes' ? 'permitted' : 'refused';
    const validUntil = answer === 'permitted' ? lastDayOf(schoolNumber) : null;
    return [{ ...basis, channelId, answer, validUntil, evidenceReference }];
  });
}
