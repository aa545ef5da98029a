import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './loaded.tsx';
import { MoreButton } from './more-button.tsx';

/** A list that is read a page at a time, with the button for more; `empty` where there is nothing at all. */
export function LoadedPages<Item>(props: {
  readonly from: UseInfiniteQueryResult<{ readonly pages: readonly { readonly items: readonly Item[] }[] }>;
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}) {
  return (
    <Loaded from={props.from}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return props.empty;
        return (
          <>
            {props.children(items)}
            <MoreButton from={props.from} />
          </>
        );
      }}
    </Loaded>
  );
}
