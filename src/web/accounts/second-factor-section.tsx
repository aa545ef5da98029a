import { useState } from 'react';
import { meEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import type { Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ConfirmSecondFactor } from './confirm-second-factor.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { RemoveSecondFactor } from './remove-second-factor.tsx';

/** Turn the second factor on: secret, first code, recovery codes; or off. */
export function SecondFactorSection({ person }: { readonly person: Person }) {
  const { account: words } = useStrings();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useAction(meEndpoints.beginTotp);
  const confirm = useAction(meEndpoints.confirmTotp, {
    changes: [sessionEndpoints.read.name],
    onDone: ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
    },
  });
  return (
    <section className="card" aria-labelledby="account-factor">
      <h2 id="account-factor">{words.factor}</h2>
      {codes !== undefined && (
        <RecoveryCodes
          codes={codes}
          onKept={() => {
            setCodes(undefined);
            begin.reset();
          }}
        />
      )}
      {person.hasSecondFactor ? (
        <>
          <p>{words.factorOn}</p>
          <RemoveSecondFactor />
        </>
      ) : begin.data === undefined ? (
        <>
          <p>{words.factorOff}</p>
          <ErrorNotice error={begin.error} />
          <div>
            <Button
              isPending={begin.isPending}
              onPress={() => {
                begin.mutate({});
              }}
            >
              {words.begin}
            </Button>
          </div>
        </>
      ) : (
        <ConfirmSecondFactor
          {...begin.data}
          error={confirm.error}
          isPending={confirm.isPending}
          onCode={(code) => {
            confirm.mutate({ body: { code } });
          }}
        />
      )}
    </section>
  );
}
