import { releaseEndpoints } from '../../contract/release.ts';
import { addressOf } from '../api/address-of.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ReleasePlace, ReleaseStatus } from './collect-page.tsx';

/** The prepared photos as one file. */
export function DownloadStep({ place, status }: { readonly place: ReleasePlace; readonly status: ReleaseStatus }) {
  const { collect: words } = useStrings();
  const released = status.photos.filter(({ state }) => state === 'released').length;
  const preparing = status.photos.filter(({ state }) => state === 'preparing').length;
  const isPossible = released > 0 && status.isChannelOpen && status.isRegisterFresh;
  return (
    <Card id="release-download" title={words.downloadTitle}>
      {released === 0 && <p>{words.nothingPrepared}</p>}
      {isPossible && (
        <>
          <p>{words.downloadHelp}</p>
          {preparing > 0 && <Notice tone="warning">{words.downloadPart(released, released + preparing)}</Notice>}
          <div>
            <a
              className="button primary"
              href={addressOf(releaseEndpoints.download, { params: { ...place } })}
              download
            >
              {words.download(released)}
            </a>
          </div>
        </>
      )}
    </Card>
  );
}
