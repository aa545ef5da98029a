import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { AddPost } from './add-post.tsx';
import type { BatchPhotos, ReleaseStatus } from './collect-page.tsx';
import { PostedPlaces } from './posted-places.tsx';

/** What stays out, and why, as the uploader may know it. */
export function NotReleased({ status, photos }: { readonly status: ReleaseStatus; readonly photos: BatchPhotos }) {
  const { collect: words } = useStrings();
  const out = status.photos.filter(({ state }) => state === 'not-ready' || state === 'taken-down');
  return (
    <Card id="release-not" title={words.not}>
      {out.length === 0 ? <p>{words.allIn}</p> : <p>{words.notHelp}</p>}
      <ul className="release-out">
        {out.map((one) => (
          <NotReleasedPhoto
            key={one.photoId}
            one={one}
            status={status}
            photo={photos.find(({ id }) => id === one.photoId)}
          />
        ))}
      </ul>
    </Card>
  );
}

function NotReleasedPhoto(props: {
  readonly one: ReleaseStatus['photos'][number];
  readonly status: ReleaseStatus;
  readonly photo: BatchPhotos[number] | undefined;
}) {
  const { collect: words } = useStrings();
  const { one, status, photo } = props;
  const why: Readonly<Record<string, string>> = words.why;
  return (
    <li>
      <strong>{words.photo(one.position)}</strong>
      {photo !== undefined && <StateBadge state={photo.state} />}
      <span>
        {one.state === 'taken-down' ? words.why['taken-down'] : (why[photo?.state ?? 'other'] ?? words.why.other)}
      </span>
      {one.state === 'taken-down' && one.releaseId !== null && (
        <WhereItIs releaseId={one.releaseId} one={one} status={status} />
      )}
    </li>
  );
}

/** Of what must still come down: whoever removes it goes by these addresses, so wrong ones go and missing ones come. */
function WhereItIs(props: {
  readonly releaseId: string;
  readonly one: ReleaseStatus['photos'][number];
  readonly status: ReleaseStatus;
}) {
  const { releaseId, one, status } = props;
  return (
    <div className="release-where">
      <PostedPlaces posts={one.posts} all={status.photos.flatMap(({ posts }) => posts)} />
      <AddPost releaseId={releaseId} accountUrl={status.accountUrl} />
    </div>
  );
}
