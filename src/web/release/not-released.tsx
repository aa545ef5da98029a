import { useStrings } from '../strings/use-strings.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import type { BatchPhotos, ReleaseStatus } from './collect-page.tsx';

/** What stays out, and why, as the uploader may know it. */
export function NotReleased({ status, photos }: { readonly status: ReleaseStatus; readonly photos: BatchPhotos }) {
  const { collect: words } = useStrings();
  const out = status.photos.filter(({ state }) => state === 'not-ready' || state === 'taken-down');
  return (
    <section className="card" aria-labelledby="release-not">
      <h2 id="release-not">{words.not}</h2>
      {out.length === 0 ? <p>{words.allIn}</p> : <p>{words.notHelp}</p>}
      <ul className="release-out">
        {out.map(({ photoId, position, state }) => (
          <NotReleasedPhoto
            key={photoId}
            position={position}
            isTakenDown={state === 'taken-down'}
            photo={photos.find(({ id }) => id === photoId)}
          />
        ))}
      </ul>
    </section>
  );
}

function NotReleasedPhoto(props: {
  readonly position: number;
  readonly isTakenDown: boolean;
  readonly photo: BatchPhotos[number] | undefined;
}) {
  const { collect: words } = useStrings();
  const { photo } = props;
  const why: Readonly<Record<string, string>> = words.why;
  return (
    <li>
      <strong>{words.photo(props.position)}</strong>
      {photo !== undefined && <StateBadge state={photo.state} />}
      <span>{props.isTakenDown ? words.why['taken-down'] : (why[photo?.state ?? 'other'] ?? words.why.other)}</span>
    </li>
  );
}
