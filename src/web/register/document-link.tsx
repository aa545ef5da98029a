import { documentEndpoints } from '../../contract/register-documents.ts';
import { addressOf } from '../api/address-of.ts';
import { useStrings } from '../strings/use-strings.ts';

/** The scan an answer rests on, as a download; nothing where there is none. */
export function DocumentLink({ documentId }: { readonly documentId: string | null }) {
  const { documents: words } = useStrings();
  if (documentId === null) return null;
  return (
    <a href={addressOf(documentEndpoints.read, { params: { documentId } })} download>
      {words.open}
    </a>
  );
}
