import type { Role } from '../policy/words/role.ts';

/** Somebody who works at the sample school. Invented, like everybody there. */
export interface SamplePerson {
  readonly key: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly [Role, ...Role[]];
  readonly post: string;
}

function person<const Key extends string>(
  key: Key,
  displayName: string,
  post: string,
  ...roles: readonly [Role, ...Role[]]
): SamplePerson & { readonly key: Key } {
  return { key, displayName, post, roles, email: `${key}@marlfield.example` };
}

/** The first is the administrator who sets the school up. Two teachers, so that nobody need decide their own uploads. */
export const samplePeople = [
  person('admin', 'Rosalind Achebe', 'Business manager', 'admin'),
  person('office', 'Peter Sandoval', 'School office', 'office'),
  person('dsl', 'Miriam Tallis', 'Deputy head and safeguarding lead', 'dsl'),
  person('moderator', 'Gwen Abernathy', 'Communications', 'moderator'),
  person('moderator2', 'Iqbal Stannard', 'Head of Key Stage 2', 'moderator'),
  person('staff', 'Jess Calloway', 'Teacher, 6 Rowan', 'staff'),
  person('staff2', 'Dafydd Orme', 'Teacher, 3 Cedar', 'staff'),
  person('head', 'Helen Marchetti', 'Headteacher', 'staff', 'moderator'),
] as const;

export type SampleKey = (typeof samplePeople)[number]['key'];
