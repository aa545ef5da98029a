import type { ReactNode } from 'react';
import { hasRole, usePerson, type Role } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';

/** Shows a page to those it is for. The service refuses the others anyway; this says so in words. */
export function RoleGate(props: { readonly roles: readonly Role[] | 'everybody'; readonly children: ReactNode }) {
  const { person } = usePerson();
  const { errors } = useStrings();
  if (props.roles === 'everybody' || (person !== null && person !== undefined && hasRole(person, props.roles))) {
    return props.children;
  }
  return (
    <Page title={errors.notAllowedTitle}>
      <EmptyState title={errors.notAllowed}>
        <Link to="/" looks="button">
          {errors.home}
        </Link>
      </EmptyState>
    </Page>
  );
}
