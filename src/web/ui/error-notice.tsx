import { ApiError } from '../api/api-error.ts';
import { sayError } from '../api/say-error.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What went wrong and what to do; nothing when there is no error. Announced at once. */
export function ErrorNotice(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  const strings = useStrings();
  const { error } = props;
  if (error === null || error === undefined) return null;
  const fields = error instanceof ApiError ? error.fields : [];
  const reference = error instanceof ApiError && error.status >= 500 ? error.requestId : undefined;
  return (
    <Notice tone="bad" title={strings.errors.title} isLive>
      <p>{sayError(error, strings)}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ path, message }) => (
            <li key={path}>
              {path}: {message}
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
