import { releaseEndpoints } from '../../contract/release.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { toasts } from '../ui/toasts.ts';
import type { ReleaseStatus } from './collect-page.tsx';

/** Where a photo was put, each address with a way to take it off again. */
export function PostedPlaces({ posts }: Pick<ReleaseStatus['photos'][number], 'posts'>) {
  const { collect: words } = useStrings();
  const { day } = useFormats();
  return posts.map(({ id, url, postedOn }) => (
    <div key={id} className="row">
      <p>
        {words.postedAt(day(postedOn))}:{' '}
        <a href={url} target="_blank" rel="noreferrer noopener" className="release-file">
          {url}
        </a>
      </p>
      <AskButton
        isSmall
        action={words.retract}
        about={url}
        title={words.retractTitle}
        endpoint={releaseEndpoints.retractPost}
        input={{ params: { postId: id } }}
        changes={['release.']}
        onDone={() => {
          toasts.show(words.retracted);
        }}
      >
        <p className="release-file">{url}</p>
        <p>{words.retractHelp}</p>
      </AskButton>
    </div>
  ));
}
