import { sessionEndpoints } from '../../contract/sign-in.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from './use-endpoint.ts';

/** The person who is signed in. */
export type Person = NonNullable<AnswerOf<typeof sessionEndpoints.read>['person']>;
export type Role = Person['roles'][number];

/** Who is signed in: a person, nobody (`null`), or not known yet (`undefined`). */
export function usePerson(): { readonly person: Person | null | undefined; readonly error: Error | null } {
  const { data, error } = useEndpoint(sessionEndpoints.read, {});
  return { person: data?.person, error };
}

/** Whether a person holds at least one of the roles. */
export function hasRole(person: Pick<Person, 'roles'>, roles: readonly Role[]): boolean {
  return person.roles.some((role) => roles.includes(role));
}
