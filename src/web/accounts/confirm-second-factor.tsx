import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import type { Sending } from '../ui/form.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';

/** The secret, as a picture and in letters, and the first code that shows that the app has it. */
export function ConfirmSecondFactor(props: {
  readonly secret: string;
  readonly uri: string;
  readonly sending: Sending;
  readonly onCode: (code: string) => void;
}) {
  const { account: words } = useStrings();
  const [code, setCode] = useState('');
  return (
    <SendForm
      action={words.confirm}
      sending={props.sending}
      onSend={() => {
        props.onCode(code);
      }}
    >
      <Secret secret={props.secret} uri={props.uri} />
      <TextField
        label={words.code}
        help={words.codeHelp}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        isRequired
        value={code}
        onChange={setCode}
      />
    </SendForm>
  );
}

function Secret({ secret, uri }: { readonly secret: string; readonly uri: string }) {
  const { account: words } = useStrings();
  return (
    <div className="stack">
      <p>{words.scan}</p>
      {/* Dark on light in both colour schemes: not every app reads it the other way round. */}
      <div className="account-qr">
        <QRCodeSVG value={uri} size={192} marginSize={4} title={words.qr} />
      </div>
      <p>{words.secret}</p>
      <div className="row">
        <code className="account-secret">{secret}</code>
        <CopyButton isSmall text={secret} label={words.copySecret} />
      </div>
    </div>
  );
}
