import type { AnswerOf } from '../../contract/endpoint.ts';
import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toasts } from '../ui/toasts.ts';
import { WarnDialog } from './warn-dialog.tsx';

type Warning = AnswerOf<typeof restrictionEndpoints.listWarnings>['warnings'][number];

/** Who must not be contacted about a pupil. */
export function WarningsSection({ pupilId }: { readonly pupilId: string }) {
  const { safeguarding: words } = useStrings();
  const list = useEndpoint(restrictionEndpoints.listWarnings, { params: { pupilId } });
  return (
    <section className="card">
      <div>
        <h2>{words.warnings}</h2>
        <p className="muted">{words.warningsHelp}</p>
      </div>
      <Loaded from={list}>
        {({ warnings }) =>
          warnings.length === 0 ? (
            <p>{words.noWarnings}</p>
          ) : (
            <ul className="safeguarding-list">
              {warnings.map((warning) => (
                <WarningItem key={warning.id} warning={warning} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div>
        <DialogButton dialog={(close) => <WarnDialog pupilId={pupilId} onClose={close} />}>{words.warn}</DialogButton>
      </div>
    </section>
  );
}

function WarningItem({ warning: { id, note, recordedAt, liftedAt } }: { readonly warning: Warning }) {
  const { safeguarding: words } = useStrings();
  const { moment } = useFormats();
  return (
    <li>
      <p>{note}</p>
      <div className="row">
        <span className="muted">{moment(recordedAt)}</span>
        {liftedAt === null ? (
          <AskButton
            isSmall
            kind="danger"
            action={words.lift}
            title={words.liftWarningTitle}
            endpoint={restrictionEndpoints.liftWarning}
            input={{ params: { warningId: id } }}
            changes={['restrictions.', 'pupils.']}
            onDone={() => {
              toasts.show(words.lifted);
            }}
          >
            <p>{words.liftWarningHelp}</p>
          </AskButton>
        ) : (
          <span className="muted">{words.liftedOn(moment(liftedAt))}</span>
        )}
      </div>
    </li>
  );
}
