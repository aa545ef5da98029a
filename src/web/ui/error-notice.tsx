import { ApiError } from '../api/api-error.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { RefusalWords } from './refusal-words.tsx';
import { SaidByService } from './said-by-service.tsx';

/** What went wrong and what to do; nothing when there is no error. Announced at once. */
export function ErrorNotice(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  const strings = useStrings();
  const { error } = props;
  if (error === null || error === undefined) return null;
  const fields = error instanceof ApiError ? error.fields : [];
  const reference = error instanceof ApiError && error.status >= 500 ? error.requestId : undefined;
  return (
    <Notice tone="bad" title={strings.errors.title} isLive>
      <p>
        <Explained error={error} />
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ path, message }) => (
            <li key={path}>
              <SaidByService text={path} />: <SaidByService text={message} />
            </li>
          ))}
        </ul>
      )}
      {reference !== undefined && <p className="muted">{strings.errors.reference(reference)}</p>}
      {props.onRetry !== undefined && (
        <div>
          <Button isSmall onPress={props.onRetry}>
            {strings.common.retry}
          </Button>
        </div>
      )}
    </Notice>
  );
}

/** What happened and what to do. */
function Explained({ error }: { readonly error: unknown }) {
  const { errors: words } = useStrings();
  if (!(error instanceof ApiError)) return words.unexpected;
  if (error.code === 'offline') return words.offline;
  if (error.message === '') return words.unexpected;
  return <RefusalWords code={error.code} message={error.message} detail={error.detail} />;
}
