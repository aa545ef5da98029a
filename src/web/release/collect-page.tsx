import { useParams } from 'react-router';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { releaseEndpoints } from '../../contract/release.ts';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { DownloadStep } from './download-step.tsx';
import { NotReleased } from './not-released.tsx';
import { PostStep } from './post-step.tsx';
import { PrepareStep } from './prepare-step.tsx';
import './release.css';

export type ReleaseStatus = AnswerOf<typeof releaseEndpoints.status>;
/** What the batch itself tells of its photos; whoever is only named for the channel does not see it. */
export type BatchPhotos = AnswerOf<typeof uploadEndpoints.read>['photos'];
export type ReleasePlace = { readonly batchId: string; readonly channelId: string };

const lookEveryMs = 1_500;

/** Collect what may go to one channel: prepare, download, publish and say where. */
export function CollectPage() {
  const { batchId = '', channelId = '' } = useParams();
  const { collect: words } = useStrings();
  const channelName = useChannelNames().nameOf(channelId);
  const place = { batchId, channelId };
  const from = useReleaseStatus(place);
  // Who is named for the channel may collect without seeing the batch.
  const { data: batch } = useEndpoint(uploadEndpoints.read, { params: { batchId } });
  return (
    <Page
      title={words.title(channelName)}
      intro={batch === undefined ? undefined : words.intro(batch.title)}
      actions={batch !== undefined && <Link to={`/batches/${batchId}`}>{words.back}</Link>}
    >
      <Loaded from={from}>
        {(status) => (
          <>
            {!status.isChannelOpen && (
              <Notice tone="bad" title={words.closed}>
                <p>{words.closedHelp}</p>
              </Notice>
            )}
            {!status.isRegisterFresh && (
              <Notice tone="bad" title={words.stale}>
                <p>{words.staleHelp}</p>
              </Notice>
            )}
            <PrepareStep place={place} status={status} />
            <DownloadStep place={place} status={status} />
            <PostStep status={status} photos={batch?.photos ?? []} />
            <NotReleased status={status} photos={batch?.photos ?? []} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** While something is being prepared, how far it is is read again and again. */
function useReleaseStatus(params: ReleasePlace) {
  const { data } = useEndpoint(releaseEndpoints.status, { params });
  const isPreparing = data?.photos.some(({ state }) => state === 'preparing') === true;
  return useEndpoint(releaseEndpoints.status, { params }, isPreparing ? { refetchInterval: lookEveryMs } : {});
}
