import {
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';
import { FieldHead } from './field-head.tsx';
import { FieldProblem } from './field-problem.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly lines?: 'one' | 'many';
  readonly placeholder?: string;
  /** For search and filter fields, where nobody expects that anything must be entered. */
  readonly isOptionalUnsaid?: boolean;
}

/**
 * A line or some lines of text, with its label, help and error. `name` is the path the service knows it by. Unless told
 * otherwise the browser does not keep what is typed, and does not send it to whoever checks its spelling.
 */
export function TextField({
  label,
  help,
  lines = 'one',
  placeholder,
  isOptionalUnsaid = false,
  ...props
}: TextFieldProps) {
  const { common } = useStrings();
  const isOptional = props.isRequired !== true && props.isReadOnly !== true && !isOptionalUnsaid;
  return (
    <AriaTextField autoComplete="off" spellCheck="false" {...props} className="field">
      <FieldHead
        label={
          <>
            {label}
            {isOptional && <span className="muted"> ({common.optional})</span>}
          </>
        }
        help={help}
      />
      {lines === 'one' ? <Input placeholder={placeholder ?? ''} /> : <TextArea placeholder={placeholder ?? ''} />}
      <FieldProblem kind="text" type={props.type} />
    </AriaTextField>
  );
}
