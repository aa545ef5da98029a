import { useState } from 'react';
import { meEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import type { Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { Sending } from '../ui/form.tsx';
import { ConfirmSecondFactor } from './confirm-second-factor.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { RemoveSecondFactor } from './remove-second-factor.tsx';

/** Turn the second factor on: secret, first code, recovery codes; or off. */
export function SecondFactorSection({ person }: { readonly person: Person }) {
  const { account: words } = useStrings();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <Card id="account-factor" title={words.factor}>
      {codes !== undefined && (
        <RecoveryCodes
          codes={codes}
          onKept={() => {
            setCodes(undefined);
          }}
        />
      )}
      {person.hasSecondFactor ? <FactorOn /> : <TurnOn onCodes={setCodes} />}
    </Card>
  );
}

function TurnOn({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const begin = useAction(meEndpoints.beginTotp);
  const confirm = useAction(meEndpoints.confirmTotp, {
    changes: [sessionEndpoints.read.name],
    onDone: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
    },
  });
  if (begin.data !== undefined) {
    return (
      <ConfirmSecondFactor
        {...begin.data}
        sending={confirm}
        onCode={(code) => {
          confirm.mutate({ body: { code } });
        }}
      />
    );
  }
  return (
    <FactorOff
      beginning={begin}
      onBegin={() => {
        begin.mutate({});
      }}
    />
  );
}

function FactorOn() {
  const { account: words } = useStrings();
  return (
    <>
      <p>{words.factorOn}</p>
      <RemoveSecondFactor />
    </>
  );
}

function FactorOff(props: { readonly beginning: Sending; readonly onBegin: () => void }) {
  const { account: words } = useStrings();
  return (
    <>
      <p>{words.factorOff}</p>
      <ErrorNotice error={props.beginning.error} />
      <div>
        <Button isPending={props.beginning.isPending} onPress={props.onBegin}>
          {words.begin}
        </Button>
      </div>
    </>
  );
}
