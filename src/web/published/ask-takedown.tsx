import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import type { LedgerEntry } from './release-page.tsx';

/** Whether the photo must come down, and asking for it by hand, also when it was found after it had come down. */
export function AskTakedown({ entry }: { readonly entry: LedgerEntry }) {
  const { release: words } = useStrings();
  const { day, moment } = useFormats();
  if (entry.takenDownAt !== null) {
    const said = entry.couldNotBeRemoved ? words.notRemoved : words.down;
    return (
      <>
        <Notice tone={entry.couldNotBeRemoved ? 'warning' : 'info'}>{said(moment(entry.takenDownAt))}</Notice>
        <Ask entry={entry} action={words.again} title={words.againTitle} help={words.againHelp} />
      </>
    );
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
  return <Ask entry={entry} action={words.ask} title={words.askTitle} help={words.askHelp} />;
}

function Ask(props: {
  readonly entry: LedgerEntry;
  readonly action: string;
  readonly title: string;
  readonly help: string;
}) {
  const { release: words } = useStrings();
  return (
    <AskButton
      kind="danger"
      action={props.action}
      title={props.title}
      endpoint={takedownEndpoints.ask}
      input={{ params: { releaseId: props.entry.id } }}
      changes={['takedowns.', 'release.', 'uploads.']}
      onDone={() => {
        toasts.show(words.asked);
      }}
    >
      <p>{props.help}</p>
    </AskButton>
  );
}
