import { useEffect, useState } from 'react';
import { releaseEndpoints } from '../../contract/release.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { ReleasePlace, ReleaseStatus } from './collect-page.tsx';

/** Have what is ready judged once more and made into files. Says so when a photo did not pass that last check. */
export function PrepareStep({ place, status }: { readonly place: ReleasePlace; readonly status: ReleaseStatus }) {
  const { collect: words } = useStrings();
  const [ordered, setOrdered] = useState<readonly string[]>([]);
  const idsOf = (...states: readonly string[]): string[] =>
    status.photos.filter(({ state }) => states.includes(state)).map(({ photoId }) => photoId);
  const ready = idsOf('ready');
  const preparing = idsOf('preparing');
  const prepare = useAction(releaseEndpoints.prepare, { changes: ['release.', 'uploads.'] });
  const fellBack = preparing.length === 0 ? ordered.filter((id) => idsOf('not-ready').includes(id)) : [];
  const settled = useSettled(preparing.length === 0 && !prepare.isPending);
  return (
    <Card id="release-prepare" title={words.prepareTitle}>
      <p>{ready.length > 0 ? words.ready(ready.length) : words.nothingReady}</p>
      {ready.length > 0 && status.isChannelOpen && status.isRegisterFresh && (
        <div>
          <Button
            kind="primary"
            isPending={prepare.isPending}
            onPress={() => {
              setOrdered(ready);
              prepare.mutate({ params: { batchId: place.batchId }, body: { channelId: place.channelId } });
            }}
          >
            {words.prepare(ready.length)}
          </Button>
        </div>
      )}
      {preparing.length > 0 && <Prepared ordered={ordered.length} preparing={preparing.length} />}
      <p role="status">{preparing.length > 0 && words.preparingCount(preparing.length)}</p>
      {settled && fellBack.length > 0 && (
        <Notice tone="warning" isLive>
          {words.fellBack(fellBack.length)}
        </Notice>
      )}
      <ErrorNotice error={prepare.error} />
    </Card>
  );
}

/** How many of those that were ordered here are made; none where another ordered them. */
function Prepared({ ordered, preparing }: { readonly ordered: number; readonly preparing: number }) {
  const { collect: words, common } = useStrings();
  const done = Math.max(0, ordered - preparing);
  const all = Math.max(ordered, preparing);
  return <ProgressBar label={words.preparing} value={done} max={all} valueLabel={common.of(done, all)} />;
}

/** True once something has been quiet for a moment, so that a message does not flash up between two readings. */
function useSettled(isQuiet: boolean): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(isQuiet);
    }, 500);
    return () => {
      clearTimeout(timer);
    };
  }, [isQuiet]);
  return isSettled && isQuiet;
}
