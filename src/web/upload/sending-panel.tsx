import { useSyncExternalStore } from 'react';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Mark, type MarkKind } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { photoSender } from './send-photos.ts';
import { isUnderWay, progressOf, type FileState, type Sending, type SendingFile } from './sending.ts';
import { useSending } from './use-sending.ts';

const looks: Record<FileState, MarkKind> = {
  waiting: 'note',
  sending: 'note',
  arrived: 'clear',
  'already-there': 'clear',
  refused: 'block',
  failed: 'review',
};

/** How the upload goes: overall and for each photo; pausing, carrying on, trying again. */
export function SendingPanel({ batchId }: { readonly batchId: string }) {
  const sending = useSending(batchId);
  const { sending: words } = useStrings();
  const { percent } = useFormats();
  if (sending === undefined || sending.files.length === 0) return null;
  const { arrived, share } = progressOf(sending);
  return (
    <Card id="sending-title" title={words.title}>
      <ProgressBar
        label={words.progress}
        value={share}
        max={1}
        valueLabel={words.progressOf(arrived, sending.files.length, percent(Math.floor(share * 100) / 100))}
      />
      <SendingNotice sending={sending} />
      <SendingActions batchId={batchId} sending={sending} />
      <SendingRows files={sending.files.filter(({ state }) => state === 'refused')} />
      <details open={sending.files.length <= 20}>
        <summary>{words.files}</summary>
        <SendingRows files={sending.files.filter(({ state }) => state !== 'refused')} />
      </details>
    </Card>
  );
}

function SendingNotice({ sending }: { readonly sending: Sending }) {
  const { sending: words } = useStrings();
  const isOnline = useSyncExternalStore(subscribeToLine, () => navigator.onLine);
  const { arrived, failed, refused } = progressOf(sending);
  // What the browser thinks of the internet matters only where photos did not arrive: the service may be in the house.
  const text =
    !isOnline && failed > 0
      ? words.offline
      : sending.isPaused
        ? words.paused
        : isUnderWay(sending)
          ? words.keepOpen
          : failed > 0
            ? words.failed
            : words.done(arrived, refused);
  const isBad = (failed > 0 && !isOnline) || (failed + refused > 0 && !isUnderWay(sending));
  return (
    <Notice tone={isBad ? 'warning' : 'info'} isLive>
      {text}
    </Notice>
  );
}

function subscribeToLine(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

function SendingActions({ batchId, sending }: { readonly batchId: string; readonly sending: Sending }) {
  const { sending: words } = useStrings();
  const isMoving = isUnderWay(sending);
  return (
    <div className="row">
      {isMoving && (
        <Button
          onPress={() => {
            photoSender.pause(batchId, !sending.isPaused);
          }}
        >
          {sending.isPaused ? words.resume : words.pause}
        </Button>
      )}
      {progressOf(sending).failed > 0 && (
        <Button
          kind="primary"
          onPress={() => {
            photoSender.retry(batchId);
          }}
        >
          {words.retryAll}
        </Button>
      )}
      {!isMoving && (
        <Button
          kind="quiet"
          onPress={() => {
            photoSender.close(batchId);
          }}
        >
          {words.close}
        </Button>
      )}
    </div>
  );
}

/** What was not accepted stands by itself before the others, so that nobody has to look for it among hundreds. */
function SendingRows({ files }: { readonly files: readonly SendingFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="upload-files">
      {files.map((file) => (
        <SendingRow key={file.id} file={file} />
      ))}
    </ul>
  );
}

function SendingRow({ file }: { readonly file: SendingFile }) {
  const { sending: words } = useStrings();
  const { percent } = useFormats();
  const share = file.bytes === 0 ? 0 : Math.min(1, file.sent / file.bytes);
  return (
    <li>
      <span className="upload-name">{file.name}</span>
      {file.state === 'sending' ? (
        <progress value={share} max={1} aria-label={words.sent(file.name)}>
          {percent(share)}
        </progress>
      ) : null}
      <span className={`badge ${looks[file.state]}`}>
        <Mark kind={looks[file.state]} />
        {words.states[file.state]}
      </span>
      {file.refusal !== null && (
        <span className="upload-message">
          <RefusalWords code={file.refusal.code} message={file.refusal.message} />
        </span>
      )}
    </li>
  );
}
