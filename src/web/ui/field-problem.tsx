import { FieldError } from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';

/** What is wrong with a field and what to do: the service's words, or ours. The browser's own are in the browser's language. */
export function FieldProblem(props: { readonly kind: 'text' | 'one' | 'several'; readonly type?: string | undefined }) {
  const { missing, malformed } = useStrings();
  const ofType: Readonly<Record<string, string>> = malformed;
  return (
    <FieldError>
      {({ validationDetails: { valueMissing, typeMismatch, badInput, stepMismatch }, defaultChildren }) => {
        if (valueMissing) return missing[props.kind];
        if (typeMismatch || badInput || stepMismatch) return ofType[props.type ?? ''] ?? defaultChildren;
        return defaultChildren;
      }}
    </FieldError>
  );
}
