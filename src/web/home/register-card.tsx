import { registerEndpoints } from '../../contract/register.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { HomeCard } from './home-card.tsx';

/** How old the pupil list is: when it is too old, nothing is released. */
export function RegisterCard() {
  const { home: words } = useStrings();
  const { day } = useFormats();
  const from = useEndpoint(registerEndpoints.readFreshness, {});
  return (
    <Loaded from={from}>
      {({ isStale, checkedOn, maxAgeDays, restoredOn }) => (
        <HomeCard
          title={words.register}
          lines={isStale ? [{ look: 'block', text: whyStale(words, { checkedOn, maxAgeDays, restoredOn }) }] : []}
          none={words.registerFresh(checkedOn === null ? '' : day(checkedOn))}
          to="/imports"
          link={words.registerLink}
        />
      )}
    </Loaded>
  );
}

function whyStale(
  words: ReturnType<typeof useStrings>['home'],
  given: { readonly checkedOn: string | null; readonly maxAgeDays: number; readonly restoredOn: string | null },
): string {
  if (given.restoredOn !== null) return words.registerRestored;
  return given.checkedOn === null ? words.registerNever : words.registerStale(given.maxAgeDays);
}
