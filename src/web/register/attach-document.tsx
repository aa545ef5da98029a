import { useState } from 'react';
import { documentEndpoints } from '../../contract/register-documents.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { FileButton } from '../ui/file-button.tsx';

/** Send the scan that an answer rests on; the answer then names it. */
export function AttachDocument(props: { readonly pupilId: string; readonly onAttached: (documentId: string) => void }) {
  const { documents: words } = useStrings();
  const [fileName, setFileName] = useState('');
  const add = useAction(documentEndpoints.add, {
    changes: ['documents.'],
    onDone: ({ id }) => {
      props.onAttached(id);
    },
  });
  return (
    <div className="stack">
      <div>
        <FileButton
          label={words.choose}
          accept={['application/pdf', 'image/jpeg', 'image/png']}
          isPending={add.isPending}
          onChoose={(file) => {
            setFileName(file.name);
            add.mutate({ params: { pupilId: props.pupilId }, files: [file] });
          }}
        />
      </div>
      {add.isPending && <p role="status">{words.sending}</p>}
      {add.isSuccess && <p role="status">{words.attached(fileName)}</p>}
      <ErrorNotice error={add.error} />
    </div>
  );
}
