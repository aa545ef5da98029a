import { importEndpoints } from '../../contract/register-imports.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { UndoExceptions } from './undo-exceptions.tsx';

/** What undoing came to, for as long as its lines are kept. */
export function UndoneNotice({ one }: { readonly one: AnswerOf<typeof importEndpoints.read> }) {
  const { imports: words } = useStrings();
  const { moment } = useFormats();
  const undo = useEndpoint(importEndpoints.readUndo, { params: { importId: one.id } });
  return (
    <>
      <Notice>
        <p>{words.undoneText(moment(one.undoneAt ?? one.createdAt))}</p>
      </Notice>
      <Loaded from={undo}>{(data) => <UndoExceptions undo={data} most={500} />}</Loaded>
    </>
  );
}
