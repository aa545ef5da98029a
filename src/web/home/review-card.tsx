import { moderationEndpoints } from '../../contract/moderation.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { HomeCard } from './home-card.tsx';
import { sayCount, sayLines } from './say-lines.ts';

/** What waits for a moderator. */
export function ReviewCard() {
  const { home: words } = useStrings();
  const from = useEndpoint(moderationEndpoints.queue, { query: { limit: 200 } });
  return (
    <Loaded from={from}>
      {(page) => (
        <HomeCard
          title={words.review}
          lines={sayLines(
            [page.items.length, 'review', () => words.reviewCount(sayCount(page, words.atLeast))],
            [page.items.filter(({ lineUpLeft }) => lineUpLeft > 0).length, 'unknown', words.lineUps],
          )}
          none={words.reviewNone}
          to="/review"
          link={words.reviewLink}
        />
      )}
    </Loaded>
  );
}
