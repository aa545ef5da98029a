import { useStrings } from '../strings/use-strings.ts';
import { SaidByService } from './said-by-service.tsx';

/** What the service refused and why: the message of its code in the page's language, and what it says in detail. */
export function RefusalWords(props: {
  readonly code: string;
  /** In English. */
  readonly message: string;
  readonly detail?: string | undefined;
}) {
  const { errorMessages } = useStrings();
  const known: Readonly<Record<string, string>> = errorMessages;
  return (
    <>
      {known[props.code] ?? <SaidByService text={props.message} />}
      {props.detail !== undefined && (
        <>
          {' ('}
          <SaidByService text={props.detail} />)
        </>
      )}
    </>
  );
}
