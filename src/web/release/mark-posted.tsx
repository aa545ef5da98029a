import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { releaseEndpoints } from '../../contract/release.ts';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { useStrings } from '../strings/use-strings.ts';
import { todayIso } from '../strings/today-iso.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

interface Posted {
  readonly url: string;
  readonly postedOn: string;
}

/** Say where one or more photos were put. One that has this address already keeps it. */
export function MarkPosted(props: { readonly releaseIds: readonly string[]; readonly onClose: () => void }) {
  const { collect: words, common } = useStrings();
  const [url, setUrl] = useState('');
  const [postedOn, setPostedOn] = useState(() => todayIso());
  const client = useQueryClient();
  const post = useMutation({
    mutationFn: (posted: Posted) => recordAll(props.releaseIds, posted),
    onSuccess: () => {
      toasts.show(words.posted(props.releaseIds.length));
      props.onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: [releaseEndpoints.status.name] }),
  });
  return (
    <Dialog title={words.markTitle(props.releaseIds.length)} isOpen onClose={props.onClose}>
      <Form
        error={post.error}
        onSubmit={() => {
          post.mutate({ url, postedOn });
        }}
      >
        <TextField
          label={words.url}
          help={words.urlHelp}
          name="url"
          type="url"
          isRequired
          autoFocus
          value={url}
          onChange={setUrl}
        />
        <TextField
          label={words.postedOn}
          name="postedOn"
          type="date"
          isRequired
          value={postedOn}
          onChange={setPostedOn}
        />
        <div className="row">
          <Button kind="primary" type="submit" isPending={post.isPending}>
            {common.save}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

async function recordAll(releaseIds: readonly string[], body: Posted): Promise<void> {
  for (const releaseId of releaseIds) {
    try {
      await call(releaseEndpoints.post, { params: { releaseId }, body });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'conflict')) throw error;
    }
  }
}
