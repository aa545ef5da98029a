import { hasRole, usePerson, type Role } from './use-person.ts';

/** Whether whoever is signed in holds at least one of these roles; not while it is not known who that is. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const { person } = usePerson();
  return person !== null && person !== undefined && hasRole(person, roles);
}
