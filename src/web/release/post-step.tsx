import { useState } from 'react';
import { previewAddress } from '../api/preview-address.ts';
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
            previewed={photos.filter(({ hasPreview }) => hasPreview)}
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
  props: ReleasedProps & { readonly allPosts: Photo['posts']; readonly previewed: readonly Previewed[] },
) {
  return (
    <ul className="release-photos">
      {props.released.map((photo) => (
        <li key={photo.photoId}>
          <ReleasedPhoto
            photo={photo}
            allPosts={props.allPosts}
            previewed={props.previewed.find(({ id }) => id === photo.photoId)}
            onMark={() => {
              props.onMark([photo]);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** A photo of the batch that there is a small picture of. */
interface Previewed {
  readonly id: string;
  readonly version: number;
}

function ReleasedPhoto(props: {
  readonly photo: Photo;
  readonly allPosts: Photo['posts'];
  readonly previewed: Previewed | undefined;
  readonly onMark: () => void;
}) {
  const { photo, previewed, onMark } = props;
  const { collect: words } = useStrings();
  const { caption, altText } = photo;
  return (
    <article className="release-photo" aria-label={words.photo(photo.position)}>
      {previewed !== undefined ? <img src={previewAddress(previewed)} alt={altText ?? ''} loading="lazy" /> : <span />}
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
