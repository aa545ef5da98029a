import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { releaseEndpoints } from '../../contract/release.ts';
import { pagesOptions } from '../api/pages-options.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadedPages } from '../ui/loaded-pages.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { useLedgerFilter } from './use-ledger-filter.ts';
import './published.css';

/** What was published where, with filters that stand in the address. */
export function PublishedPage() {
  const { published: words } = useStrings();
  const { filter, isFiltered, change, clear } = useLedgerFilter();
  // Filters that were cleared start anew, with nothing half-typed in them.
  const [timesCleared, setTimesCleared] = useState(0);
  const pages = useInfiniteQuery({
    ...pagesOptions(releaseEndpoints.ledger, { ...filter }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={words.title} intro={words.intro}>
      <LedgerFilters key={timesCleared} filter={filter} onChange={change} />
      {filter.pupilId !== undefined && <Notice>{words.pupilMeans}</Notice>}
      <LoadedPages
        from={pages}
        empty={
          <NothingFound
            isFiltered={isFiltered}
            onClear={() => {
              clear();
              setTimesCleared((times) => times + 1);
            }}
          />
        }
      >
        {(items) => <LedgerTable items={items} />}
      </LoadedPages>
    </Page>
  );
}

function NothingFound({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const { published: words } = useStrings();
  return isFiltered ? (
    <EmptyState title={words.emptyFilter}>
      <Button onPress={onClear}>{words.clear}</Button>
    </EmptyState>
  ) : (
    <EmptyState title={words.empty} help={words.emptyHelp} />
  );
}
