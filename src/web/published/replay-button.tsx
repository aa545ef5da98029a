import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { toasts } from '../ui/toasts.ts';

/** Judge everything that is stored with today’s register and policy. */
export function ReplayButton() {
  const { takedowns: words } = useStrings();
  return (
    <AskButton
      action={words.replay}
      title={words.replayTitle}
      endpoint={takedownEndpoints.replay}
      input={{}}
      changes={['takedowns.']}
      onDone={({ photos }) => {
        toasts.show(words.replayed(photos));
      }}
    >
      <p>{words.replayHelp}</p>
    </AskButton>
  );
}
