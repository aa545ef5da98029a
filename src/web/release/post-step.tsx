import { useState } from 'react';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { addressOf } from '../api/address-of.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import type { BatchPhotos, ReleaseStatus } from './collect-page.tsx';
import { MarkPosted } from './mark-posted.tsx';
import { PostedPlaces } from './posted-places.tsx';

type Photo = ReleaseStatus['photos'][number];

/** The words that go with each photo, and where it was put. */
export function PostStep({ status, photos }: { readonly status: ReleaseStatus; readonly photos: BatchPhotos }) {
  const { collect: words } = useStrings();
  const [marking, setMarking] = useState<readonly string[]>();
  const released = status.photos.filter(({ state }) => state === 'released');
  const mark = (some: readonly Photo[]): void => {
    setMarking(some.flatMap(({ releaseId }) => releaseId ?? []));
  };
  return (
    <Card id="release-post" title={words.postTitle}>
      {released.length === 0 ? (
        <p>{words.nothingPrepared}</p>
      ) : (
        <>
          <p>{words.postHelp}</p>
          <ForAll released={released} onMark={mark} />
          <ReleasedPhotos
            released={released}
            allPosts={status.photos.flatMap(({ posts }) => posts)}
            previewed={photos.filter(({ hasPreview }) => hasPreview).map(({ id }) => id)}
            onMark={mark}
          />
        </>
      )}
      {marking !== undefined && (
        <MarkPosted
          releaseIds={marking}
          accountUrl={status.accountUrl}
          onClose={() => {
            setMarking(undefined);
          }}
        />
      )}
    </Card>
  );
}

interface ReleasedProps {
  readonly released: readonly Photo[];
  /** To say where some of them are. */
  readonly onMark: (photos: readonly Photo[]) => void;
}

/** All the words to copy, and saying of all that were not posted yet where they are. */
function ForAll(props: ReleasedProps) {
  const { collect: words } = useStrings();
  const { released, onMark } = props;
  const unposted = released.filter(({ posts }) => posts.length === 0);
  return (
    <div className="row">
      <CopyButton text={allWords(released, words)} label={words.copyAll} />
      {unposted.length > 0 && (
        <Button
          kind="primary"
          onPress={() => {
            onMark(unposted);
          }}
        >
          {words.markAll}
        </Button>
      )}
    </div>
  );
}

/** Every photo's file name and words, to paste beside the post. */
function allWords(photos: readonly Photo[], words: { readonly caption: string; readonly altText: string }): string {
  return photos
    .map(({ fileName, caption, altText }) =>
      [fileName ?? '', `${words.caption}: ${caption ?? ''}`, `${words.altText}: ${altText ?? ''}`].join('\n'),
    )
    .join('\n\n');
}

function ReleasedPhotos(
  props: ReleasedProps & { readonly allPosts: Photo['posts']; readonly previewed: readonly string[] },
) {
  return (
    <ul className="release-photos">
      {props.released.map((photo) => (
        <li key={photo.photoId}>
          <ReleasedPhoto
            photo={photo}
            allPosts={props.allPosts}
            hasPreview={props.previewed.includes(photo.photoId)}
            onMark={() => {
              props.onMark([photo]);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function ReleasedPhoto(props: {
  readonly photo: Photo;
  readonly allPosts: Photo['posts'];
  readonly hasPreview: boolean;
  readonly onMark: () => void;
}) {
  const { photo, hasPreview, onMark } = props;
  const { collect: words } = useStrings();
  const { caption, altText } = photo;
  return (
    <article className="release-photo" aria-label={words.photo(photo.position)}>
      {hasPreview ? (
        <img
          src={addressOf(uploadEndpoints.preview, { params: { photoId: photo.photoId } })}
          alt={altText ?? ''}
          loading="lazy"
        />
      ) : (
        <span />
      )}
      <div className="stack">
        <p className="release-file">{photo.fileName}</p>
        <dl className="facts">
          <dt>{words.caption}</dt>
          <dd>{caption === null || caption === '' ? words.noWords : caption}</dd>
          <dt>{words.altText}</dt>
          <dd>{altText === null || altText === '' ? words.noWords : altText}</dd>
        </dl>
        <div className="row">
          {caption !== null && caption !== '' && <CopyButton isSmall text={caption} label={words.copyCaption} />}
          {altText !== null && altText !== '' && <CopyButton isSmall text={altText} label={words.copyAltText} />}
          <Button isSmall onPress={onMark}>
            {words.mark}
          </Button>
        </div>
        <PostedPlaces posts={photo.posts} all={props.allPosts} />
      </div>
    </article>
  );
}
