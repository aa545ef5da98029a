import { useState } from 'react';
import { setupEndpoints } from '../../contract/setup.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Card } from '../ui/card.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { BackLink } from './back-link.tsx';
import { FactList } from './fact-list.tsx';

type SignOff = NonNullable<AnswerOf<typeof setupEndpoints.readMatching>['signOff']>;
type Draft = Record<Exclude<keyof SignOff, 'id' | 'recordedAt' | 'withdrawnAt'>, string>;

const empty: Draft = {
  signedByName: '',
  signedByPosition: '',
  signedOn: '',
  reviewOn: '',
  documentReference: '',
  officerConsulted: '',
  officerAdvice: '',
};

/** The signed impact assessment, which alone turns matching on. */
export function MatchingPage() {
  const { matching: words } = useStrings();
  const matching = useEndpoint(setupEndpoints.readMatching, {});
  const isAdmin = useHasRole('admin');
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <Loaded from={matching}>
        {({ isMatchingOn, signOff }) => (
          <>
            <Notice tone={isMatchingOn ? 'good' : 'info'} isLive>
              {isMatchingOn ? words.on : words.off}
            </Notice>
            {isMatchingOn && signOff !== null && <SignedCard signOff={signOff} />}
            {!isMatchingOn && isAdmin && <SignOffCard />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SignedCard({ signOff }: { readonly signOff: SignOff }) {
  const { matching: words } = useStrings();
  const { day } = useFormats();
  const facts = [
    [words.signedByName, `${signOff.signedByName}, ${signOff.signedByPosition}`],
    [words.signedOn, day(signOff.signedOn)],
    [words.reviewOn, day(signOff.reviewOn)],
    [words.documentReference, signOff.documentReference],
    [words.officerConsulted, signOff.officerConsulted],
    [words.officerAdvice, signOff.officerAdvice],
  ] as const;
  return (
    <section className="card" aria-label={words.signOff}>
      <FactList facts={facts} />
      <WithdrawButton />
    </section>
  );
}

function WithdrawButton() {
  const { matching: words } = useStrings();
  const [reason, setReason] = useState('');
  return (
    <AskButton
      kind="danger"
      action={words.withdraw}
      title={words.withdraw}
      endpoint={setupEndpoints.withdrawDpia}
      input={{ body: { reason } }}
      changes={['setup.']}
      onDone={() => {
        toasts.show(words.withdrawn);
      }}
    >
      <p>{words.withdrawText}</p>
      <TextField label={words.reason} name="reason" isRequired value={reason} onChange={setReason} />
    </AskButton>
  );
}

function SignOffCard() {
  const { matching: words } = useStrings();
  const { draft, field } = useDraft(empty);
  const sign = useAction(setupEndpoints.signOffDpia, {
    changes: ['setup.'],
    onDone: () => {
      toasts.show(words.turnedOn);
    },
  });
  const text = (name: keyof Draft) => ({ ...field(name), label: words[name], isRequired: true });
  return (
    <Card id="matching-sign" title={words.signOff}>
      <Notice>{words.alternatives}</Notice>
      <SendForm
        action={words.turnOn}
        sending={sign}
        onSend={() => {
          sign.mutate({ body: draft });
        }}
      >
        <TextField {...text('signedByName')} />
        <TextField {...text('signedByPosition')} />
        <TextField {...text('signedOn')} type="date" />
        <TextField {...text('reviewOn')} type="date" />
        <TextField {...text('documentReference')} />
        <TextField {...text('officerConsulted')} />
        <TextField {...text('officerAdvice')} lines="many" />
      </SendForm>
    </Card>
  );
}
