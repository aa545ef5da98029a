import { importEndpoints } from '../../contract/register-imports.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import { UndoExceptions } from './undo-exceptions.tsx';

type Undo = AnswerOf<typeof importEndpoints.readUndo>;
type Import = AnswerOf<typeof importEndpoints.read>;

/** A button that says what undoing the whole import would do, and does it when that is agreed to. */
export function UndoImport({ one }: { readonly one: Import }) {
  const { imports: words } = useStrings();
  return (
    <div>
      <DialogButton dialog={(close) => <UndoDialog one={one} onClose={close} />}>{words.undo}</DialogButton>
    </div>
  );
}

function UndoDialog({ one, onClose }: { readonly one: Import; readonly onClose: () => void }) {
  const { imports: words, common } = useStrings();
  const params = { importId: one.id };
  const undo = useEndpoint(importEndpoints.readUndo, { params });
  // Until it is known what would be undone, and where nothing can be, there is nothing to agree to.
  if (undo.data?.basis == null) {
    return (
      <Dialog title={words.undoTitle} onClose={onClose}>
        <Loaded from={undo}>
          {({ obstacle }) => <Notice tone="warning">{obstacle !== null && words.undoObstacles[obstacle]}</Notice>}
        </Loaded>
        <div className="row">
          <Button onPress={onClose}>{common.close}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <AskDialog
      action={words.undoAll}
      title={words.undoTitle}
      endpoint={importEndpoints.undo}
      input={{ params, body: { basis: undo.data.basis } }}
      changes={['imports.', 'pupils.', 'register.', 'consents.']}
      onDone={() => {
        toasts.show(words.undone);
      }}
      onClose={onClose}
    >
      <WhatGoesBack one={one} undo={undo.data} />
      <UndoExceptions undo={undo.data} most={10} />
    </AskDialog>
  );
}

/** How many of what goes back, and what to think of before. */
function WhatGoesBack({ one, undo }: { readonly one: Import; readonly undo: Undo }) {
  const { imports: words } = useStrings();
  const { counts } = undo;
  const told = words.undoCounts[one.kind];
  const shown = (Object.keys(told) as (keyof typeof counts)[]).filter((name) => counts[name] > 0);
  return (
    <>
      {shown.length === 0 ? (
        <p>{words.undoNothing}</p>
      ) : (
        <ul>
          {shown.map((name) => (
            <li key={name}>{(told as Readonly<Record<string, (count: number) => string>>)[name]?.(counts[name])}</li>
          ))}
        </ul>
      )}
      {counts.appearing > 0 && <Notice tone="warning">{words.undoAppearing(counts.appearing)}</Notice>}
      <p className="muted">{words.undoHelp[one.kind]}</p>
    </>
  );
}
