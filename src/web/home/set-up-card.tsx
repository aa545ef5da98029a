import { setupEndpoints } from '../../contract/setup.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { translateProblem } from '../strings/translate-problem.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { HomeCard } from './home-card.tsx';

/** What is missing from the set-up. */
export function SetUpCard() {
  const { home: words, problems } = useStrings();
  const from = useEndpoint(setupEndpoints.readProgress, {});
  return (
    <Loaded from={from}>
      {({ warnings }) => (
        <HomeCard
          title={words.setUp}
          lines={warnings.map(({ message }) => ({
            look: 'review',
            text: translateProblem(problems, message) ?? message,
          }))}
          none={words.setUpNone}
          to="/administration"
          link={words.setUpLink}
        />
      )}
    </Loaded>
  );
}
