import { useMemo, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { ApiError } from '../api/api-error.ts';
import { translateProblem } from '../strings/translate-problem.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from './error-notice.tsx';

/** How sending goes: an action, or any other mutation. */
export interface Sending {
  readonly isPending: boolean;
  readonly error: unknown;
}

/**
 * A problem goes while its field is mended, not when the field is left: the form would become shorter under the finger
 * that presses its button, and the press would be lost.
 */
function markMended({ target }: { readonly target: EventTarget }): void {
  if (target instanceof Element && target.getAttribute('aria-invalid') === 'true') {
    target.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** The library hands it on to the form, though its types do not name it. */
const listening = { onInput: markMended };

/**
 * A form whose fields show what the service says of them: a field's `name` is its path in the request body. Problems of
 * fields that are not on the form, and all other errors, are shown at its end. While it is being sent it is not sent again.
 */
export function Form(props: {
  readonly sending: Sending;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly label?: string;
}) {
  const { isPending, error } = props.sending;
  const { problems } = useStrings();
  // The same object until there is another answer: a new one would mark fields again that were mended since.
  const validationErrors = useMemo(() => {
    const fields = error instanceof ApiError ? error.fields : [];
    return Object.fromEntries(
      fields.map(({ path, message }) => [path, translateProblem(problems, message) ?? message]),
    );
  }, [error, problems]);
  return (
    <AriaForm
      className="form"
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      validationErrors={validationErrors}
      {...listening}
      onSubmit={(event) => {
        event.preventDefault();
        // Enter in a form's only field sends it even while its button is at rest.
        if (!isPending) props.onSubmit();
      }}
    >
      {props.children}
      <ErrorNotice error={error} />
    </AriaForm>
  );
}
