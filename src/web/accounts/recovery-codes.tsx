import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PrintButton } from '../ui/print-button.tsx';

/** The recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { account: words, common } = useStrings();
  return (
    <Notice tone="good" title={words.isOn} isLive>
      <h3>{words.recovery}</h3>
      <p>{words.recoveryHelp}</p>
      <ul className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row no-print">
        <CopyButton text={codes.join('\n')} label={words.copyCodes} />
        <PrintButton>{common.print}</PrintButton>
        <Button kind="primary" onPress={onKept}>
          {words.kept}
        </Button>
      </div>
    </Notice>
  );
}
