import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { hasRole, type Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { HomeCard } from './home-card.tsx';
import { sayCount, sayLines } from './say-lines.ts';

/** What must come down, and what must be looked at again. */
export function TakedownsCard({ person }: { readonly person: Person }) {
  const { home: words } = useStrings();
  const mayLook = hasRole(person, ['moderator', 'dsl']);
  const from = useEndpoint(takedownEndpoints.list, { query: { limit: 200 } });
  const looks = useEndpoint(takedownEndpoints.listLooks, { query: { limit: 200 } }, { enabled: mayLook });
  return (
    <Loaded from={from}>
      {(page) => (
        <HomeCard
          title={words.takedowns}
          lines={sayLines(
            [page.items.filter(({ state }) => state === 'overdue').length, 'block', words.takedownsOverdue],
            [page.items.length, 'review', () => words.takedownsOpen(sayCount(page, words.atLeast))],
            [looks.data?.items.length ?? 0, 'unknown', words.looks],
          )}
          none={words.takedownsNone}
          to="/takedowns"
          link={words.takedownsLink}
        />
      )}
    </Loaded>
  );
}
