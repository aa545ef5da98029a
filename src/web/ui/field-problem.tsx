import { FieldError } from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';

/** What is wrong with a field and what to do: the service's words, or ours. The browser's own are in the browser's language. */
export function FieldProblem({ kind }: { readonly kind: 'text' | 'one' | 'several' }) {
  const { missing } = useStrings();
  return (
    <FieldError>
      {({ validationDetails: { valueMissing }, defaultChildren }) => (valueMissing ? missing[kind] : defaultChildren)}
    </FieldError>
  );
}
