import { registerEndpoints } from '../../contract/register.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { HomeCard } from './home-card.tsx';
import { sayLines } from './say-lines.ts';

/** Who is 18 or soon will be and must be asked themselves; no card where nobody is, as in most schools. */
export function AdultsCard() {
  const { home: words } = useStrings();
  const from = useEndpoint(registerEndpoints.readExpiring, {});
  return (
    <Loaded from={from}>
      {({ adults }) =>
        adults.length > 0 && (
          <HomeCard
            title={words.adults}
            lines={sayLines([adults.length, 'review', words.adultsCount])}
            none=""
            to="/today"
            link={words.adultsLink}
          />
        )
      }
    </Loaded>
  );
}
