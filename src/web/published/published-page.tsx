import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { releaseEndpoints } from '../../contract/release.ts';
import { pagesOptions } from '../api/pages-options.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { MoreButton } from '../ui/more-button.tsx';
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
      <Loaded from={pages}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          if (items.length > 0) {
            return (
              <>
                <LedgerTable items={items} />
                <MoreButton from={pages} />
              </>
            );
          }
          return isFiltered ? (
            <EmptyState title={words.emptyFilter}>
              <Button
                onPress={() => {
                  clear();
                  setTimesCleared((times) => times + 1);
                }}
              >
                {words.clear}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title={words.empty}>
              <p>{words.emptyHelp}</p>
            </EmptyState>
          );
        }}
      </Loaded>
    </Page>
  );
}
