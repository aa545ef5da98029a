import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { hasRole, type Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOfPeople } from '../ui/choices-of-people.ts';
import { Button } from '../ui/button.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { Takedown } from './takedown-card.tsx';

/** Take a takedown over, or give it to a colleague. */
export function AssignTakedown({ takedown, person }: { readonly takedown: Takedown; readonly person: Person }) {
  const { takedowns: words } = useStrings();
  const assign = useAction(takedownEndpoints.assign, {
    changes: ['takedowns.'],
    onDone: () => {
      toasts.show(words.given(person.displayName));
    },
  });
  return (
    <>
      {takedown.owner.id !== person.id && (
        <Button
          isPending={assign.isPending}
          onPress={() => {
            assign.mutate({ params: { takedownId: takedown.id }, body: { ownerId: person.id } });
          }}
        >
          {words.takeOver}
        </Button>
      )}
      <DialogButton dialog={(close) => <GiveDialog takedown={takedown} onClose={close} />}>
        {words.giveTo}…
      </DialogButton>
    </>
  );
}

function GiveDialog({ takedown, onClose }: { readonly takedown: Takedown; readonly onClose: () => void }) {
  const { takedowns: words, common } = useStrings();
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const { data } = useEndpoint(accountEndpoints.listPeople, {});
  const people = (data?.people ?? []).filter(
    (one) => one.id !== takedown.owner.id && hasRole(one, ['staff', 'office', 'moderator', 'dsl']),
  );
  const assign = useAction(takedownEndpoints.assign, {
    changes: ['takedowns.'],
    onDone: () => {
      toasts.show(words.given(people.find(({ id }) => id === ownerId)?.displayName ?? ''));
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.giveTo}
      action={words.give}
      sending={assign}
      onSend={() => {
        if (ownerId !== null) assign.mutate({ params: { takedownId: takedown.id }, body: { ownerId } });
      }}
      onClose={onClose}
    >
      <SelectField
        label={words.giveTo}
        name="ownerId"
        isRequired
        placeholder={common.choose}
        choices={choicesOfPeople(people)}
        value={ownerId}
        onChange={setOwnerId}
      />
    </FormDialog>
  );
}
