import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { takedownEndpoints } from '../../contract/takedowns.ts';
import { pagesOptions } from '../api/pages-options.ts';
import { hasRole, type Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadedPages } from '../ui/loaded-pages.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { readAgainMs } from './read-again-ms.ts';
import { TakedownCard } from './takedown-card.tsx';

type Whose = 'mine' | 'everybody';

/** The takedowns that are open, or done, the most urgent first. Who oversees them chooses whose to see. */
export function TakedownsList({ state, person }: { readonly state: 'open' | 'done'; readonly person: Person }) {
  const { takedowns: words } = useStrings();
  const oversees = hasRole(person, ['office', 'moderator', 'dsl']);
  const [whose, setWhose] = useState<Whose>('everybody');
  const pages = useInfiniteQuery({
    ...pagesOptions(takedownEndpoints.list, {
      state,
      ...(oversees && whose === 'mine' ? { ownerId: person.id } : {}),
    }),
    refetchInterval: readAgainMs,
  });
  return (
    <div className="stack">
      {oversees && <WhoseField value={whose} onChange={setWhose} />}
      <LoadedPages
        from={pages}
        empty={<EmptyState title={state === 'open' ? words.empty : words.emptyDone} help={words.emptyHelp} />}
      >
        {(items) => (
          <ul className="published-tasks">
            {items.map((takedown) => (
              <li key={takedown.id}>
                <TakedownCard takedown={takedown} person={person} oversees={oversees} />
              </li>
            ))}
          </ul>
        )}
      </LoadedPages>
    </div>
  );
}

function WhoseField(props: { readonly value: Whose; readonly onChange: (whose: Whose) => void }) {
  const { takedowns: words } = useStrings();
  return <SelectField {...props} label={words.whose} choices={choicesOf<Whose>(words, ['everybody', 'mine'])} />;
}
