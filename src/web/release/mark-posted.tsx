import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { releaseEndpoints } from '../../contract/release.ts';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { useStrings } from '../strings/use-strings.ts';
import { todayIso } from '../strings/today-iso.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { isAboutPosts } from './is-about-posts.ts';
import { isElsewhere, placeOf } from './is-elsewhere.ts';

interface Posted {
  readonly url: string;
  readonly postedOn: string;
}

/** An address that names a pupil, and what in it does. */
interface Named {
  readonly url: string;
  readonly part: string;
}

interface MarkProps {
  readonly releaseIds: readonly string[];
  readonly onClose: () => void;
}

/**
 * Say where one or more photos were put. One that has this address already keeps it. An address on another site than the
 * channel's account is asked about once: it may be the post of another channel. So is one that names a pupil.
 */
export function MarkPosted(props: MarkProps & { readonly accountUrl: string | null }) {
  const { collect: words, common } = useStrings();
  const { draft, field } = useDraft<Posted>(() => ({ url: '', postedOn: todayIso() }));
  const [doubted, setDoubted] = useState<string | null>(null);
  const { sending, send, named } = useRecording(props);
  return (
    <FormDialog
      title={words.markTitle(props.releaseIds.length)}
      action={common.save}
      sending={sending}
      onSend={() => {
        if (doubted === draft.url || !isElsewhere(draft.url, props.accountUrl ?? '')) send(draft);
        else setDoubted(draft.url);
      }}
      onClose={props.onClose}
    >
      <TextField {...field('url')} label={words.url} help={words.urlHelp} type="url" isRequired autoFocus />
      {doubted === draft.url && (
        <Notice tone="warning" isLive>
          <p>{words.elsewhere(placeOf(draft.url) ?? '', placeOf(props.accountUrl ?? '') ?? '')}</p>
        </Notice>
      )}
      {named?.url === draft.url && (
        <Notice tone="warning" isLive>
          <p>{words.namesPupil(named.part)}</p>
        </Notice>
      )}
      <TextField {...field('postedOn')} label={words.postedOn} type="date" isRequired />
    </FormDialog>
  );
}

/** Records where they were put. An address that names a pupil is refused once and then `named`; sent again it is taken. */
function useRecording({ releaseIds, onClose }: MarkProps) {
  const { collect: words } = useStrings();
  const [named, setNamed] = useState<Named | null>(null);
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (posted: Posted) => recordAll(releaseIds, { ...posted, isNameKnown: named?.url === posted.url }),
    onError: (refusal, { url }) => {
      if (isAboutName(refusal)) setNamed({ url, part: refusal.detail ?? '' });
    },
    onSuccess: () => {
      toasts.show(words.posted(releaseIds.length));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ predicate: isAboutPosts }),
  });
  const send = (posted: Posted): void => {
    mutate(posted);
  };
  return { sending: { isPending, error: isAboutName(error) ? null : error }, send, named };
}

const isAboutName = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === 'post-names-pupil';

async function recordAll(
  releaseIds: readonly string[],
  body: Posted & { readonly isNameKnown: boolean },
): Promise<void> {
  for (const releaseId of releaseIds) {
    try {
      await call(releaseEndpoints.post, { params: { releaseId }, body });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'conflict')) throw error;
    }
  }
}
