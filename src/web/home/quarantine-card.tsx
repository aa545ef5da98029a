import { moderationEndpoints } from '../../contract/moderation.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { HomeCard } from './home-card.tsx';
import { sayLines } from './say-lines.ts';

/** Photos that only the safeguarding lead may handle. No picture of them is shown anywhere. */
export function QuarantineCard() {
  const { home: words } = useStrings();
  const from = useEndpoint(moderationEndpoints.readQuarantine, {});
  return (
    <Loaded from={from}>
      {({ photos }) => (
        <HomeCard
          title={words.quarantine}
          lines={sayLines([photos.length, 'block', words.quarantineCount])}
          none={words.quarantineNone}
          to="/safeguarding"
          link={words.quarantineLink}
        />
      )}
    </Loaded>
  );
}
