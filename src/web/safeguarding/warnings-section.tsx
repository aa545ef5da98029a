import { useState } from 'react';
import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toasts } from '../ui/toasts.ts';
import { WarnDialog } from './warn-dialog.tsx';

/** Who must not be contacted about a pupil. */
export function WarningsSection({ pupilId }: { readonly pupilId: string }) {
  const { safeguarding: words } = useStrings();
  const { moment } = useFormats();
  const [isWarning, setWarning] = useState(false);
  const [liftedId, setLiftedId] = useState<string | null>(null);
  const list = useEndpoint(restrictionEndpoints.listWarnings, { params: { pupilId } });
  const lift = useAction(restrictionEndpoints.liftWarning, {
    changes: ['restrictions.', 'pupils.'],
    onDone: () => {
      toasts.show(words.lifted);
      setLiftedId(null);
    },
  });
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
              {warnings.map(({ id, note, recordedAt, liftedAt }) => (
                <li key={id}>
                  <p>{note}</p>
                  <div className="row">
                    <span className="muted">{moment(recordedAt)}</span>
                    {liftedAt === null ? (
                      <Button
                        isSmall
                        kind="danger"
                        onPress={() => {
                          setLiftedId(id);
                        }}
                      >
                        {words.lift}
                      </Button>
                    ) : (
                      <span className="muted">{words.liftedOn(moment(liftedAt))}</span>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <div>
        <Button
          onPress={() => {
            setWarning(true);
          }}
        >
          {words.warn}
        </Button>
      </div>
      {isWarning && (
        <WarnDialog
          pupilId={pupilId}
          onClose={() => {
            setWarning(false);
          }}
        />
      )}
      <ConfirmDialog
        title={words.liftWarningTitle}
        action={words.lift}
        isOpen={liftedId !== null}
        isPending={lift.isPending}
        error={lift.error}
        onConfirm={() => {
          if (liftedId !== null) lift.mutate({ params: { warningId: liftedId } });
        }}
        onClose={() => {
          setLiftedId(null);
        }}
      >
        <p>{words.liftWarningHelp}</p>
      </ConfirmDialog>
    </section>
  );
}
