import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A link that is shown this once, to be handed over. */
export function OneTimeLink(props: { readonly name: string; readonly link: string; readonly expiresAt: string }) {
  const { people: words } = useStrings();
  const { moment } = useFormats();
  return (
    <>
      <Notice tone="good" title={words.linkTitle} isLive>
        <p>{words.linkText(props.name, moment(props.expiresAt))}</p>
      </Notice>
      <p className="administration-secret">{props.link}</p>
      <div className="row">
        <CopyButton text={props.link} />
      </div>
    </>
  );
}
