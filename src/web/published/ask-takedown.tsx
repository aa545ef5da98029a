import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import type { LedgerEntry } from './release-page.tsx';

/** Whether the photo must come down, and asking for it by hand. */
export function AskTakedown({ entry }: { readonly entry: LedgerEntry }) {
  const { release: words } = useStrings();
  const { day, moment } = useFormats();
  if (entry.takenDownAt !== null) {
    const said = entry.couldNotBeRemoved ? words.notRemoved : words.down;
    return <Notice tone={entry.couldNotBeRemoved ? 'warning' : 'info'}>{said(moment(entry.takenDownAt))}</Notice>;
  }
  if (entry.takedownDueOn !== null) {
    return (
      <Notice tone="bad">
        <p>{words.due(day(entry.takedownDueOn))}</p>
        <p>
          <Link to="/takedowns">{words.seeTakedown}</Link>
        </p>
      </Notice>
    );
  }
  return (
    <AskButton
      kind="danger"
      action={words.ask}
      title={words.askTitle}
      endpoint={takedownEndpoints.ask}
      input={{ params: { releaseId: entry.id } }}
      changes={['takedowns.', 'release.', 'uploads.']}
      onDone={() => {
        toasts.show(words.asked);
      }}
    >
      <p>{words.askHelp}</p>
    </AskButton>
  );
}
