import { useMemo, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { ApiError } from '../api/api-error.ts';
import { ErrorNotice } from './error-notice.tsx';

/**
 * A form whose fields show what the service says of them: a field's `name` is its path in the request body. Problems of
 * fields that are not on the form, and all other errors, are shown at its end.
 */
export function Form(props: {
  readonly onSubmit: () => void;
  readonly error?: unknown;
  readonly children: ReactNode;
  readonly label?: string;
}) {
  const { error } = props;
  // The same object until there is another answer: a new one would mark fields again that were mended since.
  const validationErrors = useMemo(() => {
    const fields = error instanceof ApiError ? error.fields : [];
    return Object.fromEntries(fields.map(({ path, message }) => [path, message]));
  }, [error]);
  return (
    <AriaForm
      className="form"
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      validationErrors={validationErrors}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
      <ErrorNotice error={props.error} />
    </AriaForm>
  );
}
