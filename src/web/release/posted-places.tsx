import { useMutation, useQueryClient } from '@tanstack/react-query';
import { releaseEndpoints } from '../../contract/release.ts';
import { call } from '../api/call.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { toasts } from '../ui/toasts.ts';
import type { ReleaseStatus } from './collect-page.tsx';
import { isAboutPosts } from './is-about-posts.ts';

type Post = ReleaseStatus['photos'][number]['posts'][number];

/** Where a photo was put, each address with a way to take it off again: off all photos here that have it. */
export function PostedPlaces(props: { readonly posts: readonly Post[]; readonly all: readonly Post[] }) {
  const { collect: words } = useStrings();
  const { day } = useFormats();
  return props.posts.map(({ id, url, postedOn }) => (
    <div key={id} className="row">
      <p>
        {words.postedAt(day(postedOn))}:{' '}
        <a href={url} target="_blank" rel="noreferrer noopener" className="release-file">
          {url}
        </a>
      </p>
      <DialogButton
        isSmall
        aria-label={`${words.retract}: ${url}`}
        dialog={(close) => <TakeOff url={url} posts={props.all.filter((post) => post.url === url)} onClose={close} />}
      >
        {words.retract}
      </DialogButton>
    </div>
  ));
}

/** Asks before an address is taken off: it was given to all of these at once, and is wrong for all. */
function TakeOff(props: { readonly url: string; readonly posts: readonly Post[]; readonly onClose: () => void }) {
  const { collect: words } = useStrings();
  const { url, posts, onClose } = props;
  const client = useQueryClient();
  const takeOff = useMutation({
    mutationFn: async () => {
      for (const { id } of posts) await call(releaseEndpoints.retractPost, { params: { postId: id } });
    },
    onSuccess: () => {
      toasts.show(words.retracted);
      onClose();
    },
    onSettled: () => client.invalidateQueries({ predicate: isAboutPosts }),
  });
  return (
    <ConfirmDialog
      title={words.retractTitle}
      action={words.retract}
      isPending={takeOff.isPending}
      error={takeOff.error}
      onConfirm={() => {
        takeOff.mutate();
      }}
      onClose={onClose}
    >
      <p className="release-file">{url}</p>
      {posts.length > 1 && <p>{words.retractAll(posts.length)}</p>}
      <p>{words.retractHelp}</p>
    </ConfirmDialog>
  );
}
