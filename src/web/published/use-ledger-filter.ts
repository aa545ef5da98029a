import { useSearchParams } from 'react-router';

const names = ['channelId', 'pupilId', 'from', 'to', 'standing'] as const;

export type LedgerFilter = { readonly [Name in (typeof names)[number]]?: string };

/** The filters of the ledger. They stand in the address, so that a link leads to what one sees. */
export function useLedgerFilter() {
  const [search, setSearch] = useSearchParams();
  const filter: LedgerFilter = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const change = (name: (typeof names)[number], value: string | null): void => {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null || value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  };
  const clear = (): void => {
    setSearch({}, { replace: true });
  };
  return { filter, isFiltered: Object.keys(filter).length > 0, change, clear };
}
