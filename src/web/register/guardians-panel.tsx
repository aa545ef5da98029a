import { useState } from 'react';
import { guardianEndpoints } from '../../contract/register-guardians.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toasts } from '../ui/toasts.ts';
import { GuardianDialog } from './guardian-dialog.tsx';
import type { PanelProps } from './pupil-page.tsx';

export type Guardian = AnswerOf<typeof guardianEndpoints.list>['guardians'][number];

/** Who answers for a pupil. */
export function GuardiansPanel({ pupil }: PanelProps) {
  const { guardians: words } = useStrings();
  const guardians = useEndpoint(guardianEndpoints.list, { params: { pupilId: pupil.id } });
  /** `new`: a guardian who is not there yet. */
  const [editing, setEditing] = useState<Guardian | 'new' | null>(null);
  return (
    <section className="card" aria-labelledby="guardians">
      <div className="page-head">
        <h2 id="guardians">{words.title}</h2>
        <Button
          kind="primary"
          onPress={() => {
            setEditing('new');
          }}
        >
          {words.add}
        </Button>
      </div>
      <Loaded from={guardians}>
        {(data) =>
          data.guardians.length === 0 ? (
            <p>{words.empty}</p>
          ) : (
            <ul className="register-people">
              {data.guardians.map((guardian) => (
                <GuardianItem key={guardian.id} pupilId={pupil.id} guardian={guardian} onEdit={setEditing} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {editing !== null && (
        <GuardianDialog
          pupilId={pupil.id}
          guardian={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </section>
  );
}

function GuardianItem(props: {
  readonly pupilId: string;
  readonly guardian: Guardian;
  readonly onEdit: (guardian: Guardian) => void;
}) {
  const { guardians: words } = useStrings();
  const { guardian } = props;
  const [isAsking, setAsking] = useState(false);
  const unlink = useAction(guardianEndpoints.unlink, {
    changes: ['guardians.', 'biometric.', 'pupils.'],
    onDone: () => {
      toasts.show(words.saved);
    },
  });
  const contact = [guardian.email, guardian.phone].filter((one) => one !== null).join(' · ');
  return (
    <li>
      <span>
        <strong>{guardian.name}</strong>, {guardian.relationship}{' '}
        {guardian.isParent && <span className="badge">{words.parent}</span>}
        {contact !== '' && (
          <>
            <br />
            <span className="muted">{contact}</span>
          </>
        )}
      </span>
      <span className="row">
        <Button
          isSmall
          aria-label={`${words.edit}: ${guardian.name}`}
          onPress={() => {
            props.onEdit(guardian);
          }}
        >
          {words.edit}
        </Button>
        <Button
          isSmall
          kind="danger"
          aria-label={`${words.remove}: ${guardian.name}`}
          onPress={() => {
            setAsking(true);
          }}
        >
          {words.remove}
        </Button>
      </span>
      <ConfirmDialog
        title={words.remove}
        action={words.remove}
        isOpen={isAsking}
        isPending={unlink.isPending}
        error={unlink.error}
        onConfirm={() => {
          unlink.mutate({ params: { pupilId: props.pupilId, guardianId: guardian.id } });
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{words.removeText(guardian.name)}</p>
      </ConfirmDialog>
    </li>
  );
}
