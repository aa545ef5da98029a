import { accountEndpoints } from '../contract/accounts.ts';
import { sessionEndpoints } from '../contract/sign-in.ts';
import { openCaller, type Caller } from './open-caller.ts';
import { samplePeople, type SampleKey } from './sample-people.ts';

/** Everybody who works at the school, signed in, and their account ids. */
export interface Staff {
  readonly as: Readonly<Record<SampleKey, Caller>>;
  readonly ids: Readonly<Record<SampleKey, string>>;
}

export const schoolName = 'Marlfield Primary School (sample)';

/** Use the set-up link, then invite everybody else; each accepts with this password. */
export async function signInPeople(origin: string, setUpLink: string, password: string): Promise<Staff> {
  const [first, ...others] = samplePeople;
  const admin = openCaller(origin);
  const { displayName, email } = first;
  const token = tokenOf(setUpLink);
  const me = await admin.ask(sessionEndpoints.completeSetUp, {
    body: { token, schoolName, displayName, email, password },
  });
  const as: Partial<Record<SampleKey, Caller>> = { [first.key]: admin };
  const ids: Partial<Record<SampleKey, string>> = { [first.key]: me.id };
  for (const { key, roles, ...person } of others) {
    const body = { displayName: person.displayName, email: person.email, roles: [...roles] };
    const { link } = await admin.ask(accountEndpoints.invite, { body });
    const caller = openCaller(origin);
    const accepted = await caller.ask(accountEndpoints.acceptInvitation, { body: { token: tokenOf(link), password } });
    as[key] = caller;
    ids[key] = accepted.id;
  }
  return { as, ids } as Staff;
}

function tokenOf(link: string): string {
  return link.slice(link.indexOf('#') + 1);
}
