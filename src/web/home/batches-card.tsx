import { uploadEndpoints } from '../../contract/uploads.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { HomeCard } from './home-card.tsx';
import { sayLines } from './say-lines.ts';

/** What my own newest batches wait for. */
export function BatchesCard() {
  const { home: words } = useStrings();
  const from = useEndpoint(uploadEndpoints.list, { query: { limit: 50 } });
  return (
    <Loaded from={from}>
      {({ items }) => {
        const sum = (of: (counts: (typeof items)[number]['counts']) => number): number =>
          items.reduce((total, { counts }) => total + of(counts), 0);
        const open = items.filter(({ state }) => state === 'open').length;
        return (
          <HomeCard
            title={words.batches}
            lines={sayLines(
              [sum(({ clear, approved }) => clear + approved), 'clear', words.batchesReady],
              [sum(({ flagged }) => flagged), 'review', words.batchesWaiting],
              [sum(({ waiting }) => waiting), 'note', words.batchesChecking],
              [open, 'note', words.batchesOpen],
            )}
            none={words.batchesNone}
            to="/batches"
            link={words.batchesLink}
          />
        );
      }}
    </Loaded>
  );
}
