import { useState } from 'react';
import { guardianEndpoints } from '../../contract/register-guardians.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toasts } from '../ui/toasts.ts';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { ChangeGuardianDialog } from './change-guardian-dialog.tsx';
import { GuardianDialog } from './guardian-dialog.tsx';
import type { PanelProps } from './pupil-page.tsx';

export type Guardian = AnswerOf<typeof guardianEndpoints.list>['guardians'][number];

/** Who answers for a pupil. */
export function GuardiansPanel({ pupil }: PanelProps) {
  const { guardians: words } = useStrings();
  const guardians = useEndpoint(guardianEndpoints.list, { params: { pupilId: pupil.id } });
  const known = guardians.data?.guardians ?? [];
  // Kept as it was when the dialog opened: a colleague may take the guardian away while somebody types.
  const [changing, setChanging] = useState<Guardian | null>(null);
  const isGone = guardians.isSuccess && changing !== null && known.every(({ id }) => id !== changing.id);
  const [closedOverGone, setClosedOverGone] = useState(0);
  const title = useFocusKept<HTMLHeadingElement>(`${closedOverGone} ${known.map(({ id }) => id).join()}`);
  return (
    <Card
      id="guardians"
      title={words.title}
      heading={title}
      action={
        <DialogButton kind="primary" dialog={(close) => <GuardianDialog pupilId={pupil.id} onClose={close} />}>
          {words.add}
        </DialogButton>
      }
    >
      <Loaded from={guardians}>
        {(data) => <GuardianList pupilId={pupil.id} guardians={data.guardians} onChange={setChanging} />}
      </Loaded>
      {changing !== null && (
        <ChangeGuardianDialog
          pupilId={pupil.id}
          guardian={known.find(({ id }) => id === changing.id) ?? changing}
          isGone={isGone}
          onClose={() => {
            setChanging(null);
            if (isGone) setClosedOverGone((before) => before + 1);
          }}
        />
      )}
    </Card>
  );
}

interface Changing {
  readonly onChange: (one: Guardian) => void;
}

function GuardianList(props: Changing & { readonly pupilId: string; readonly guardians: readonly Guardian[] }) {
  const { guardians: words } = useStrings();
  const { pupilId, guardians, onChange } = props;
  if (guardians.length === 0) return <p>{words.empty}</p>;
  return (
    <ul className="register-people">
      {guardians.map((guardian) => (
        <GuardianItem key={guardian.id} pupilId={pupilId} guardian={guardian} onChange={onChange} />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly pupilId: string;
  readonly guardian: Guardian;
}

function GuardianItem({ pupilId, guardian, onChange }: ItemProps & Changing) {
  const { guardians: words } = useStrings();
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
      <div className="row">
        <Button
          isSmall
          aria-label={`${words.edit}: ${guardian.name}`}
          onPress={() => {
            onChange(guardian);
          }}
        >
          {words.edit}
        </Button>
        <RemoveButton pupilId={pupilId} guardian={guardian} />
      </div>
    </li>
  );
}

function RemoveButton({ pupilId, guardian }: ItemProps) {
  const { guardians: words } = useStrings();
  return (
    <AskButton
      isSmall
      kind="danger"
      action={words.remove}
      about={guardian.name}
      title={words.remove}
      endpoint={guardianEndpoints.unlink}
      input={{ params: { pupilId, guardianId: guardian.id }, query: { version: guardian.version } }}
      changes={['guardians.', 'biometric.', 'pupils.']}
      onDone={() => {
        toasts.show(words.saved);
      }}
    >
      <p>{words.removeText(guardian.name)}</p>
    </AskButton>
  );
}
