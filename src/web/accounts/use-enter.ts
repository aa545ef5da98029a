import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { sessionEndpoints } from '../../contract/sign-in.ts';
import { readOptions } from '../api/use-endpoint.ts';
import type { Person } from '../api/use-person.ts';

/** After signing in: keep who it is, and go where the person wanted to go. */
export function useEnter(fallback = '/'): (person: Person) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (person) => {
    client.setQueryData(readOptions(sessionEndpoints.read, {}).queryKey, { person });
    void navigate(ownAddress(search.get('next')) ?? fallback, { replace: true });
  };
}

/** Only an address of these pages: never `//elsewhere.example`. */
function ownAddress(next: string | null): string | undefined {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : undefined;
}
