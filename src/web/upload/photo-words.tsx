import { useState } from 'react';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { ApiError } from '../api/api-error.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Notice } from '../ui/notice.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import type { ShownPhoto } from './photo-dialog.tsx';
import { WordsFields } from './words-fields.tsx';

const changeable: readonly ShownPhoto['state'][] = ['received', 'screening', 'clear', 'flagged', 'approved'];

interface Words {
  readonly caption: string;
  readonly altText: string;
}

const isSame = (a: Words, b: Words): boolean => a.caption === b.caption && a.altText === b.altText;

interface PhotoWordsProps {
  readonly photo: ShownPhoto;
  readonly onReload: () => Promise<{ readonly data: ShownPhoto | undefined }>;
}

/**
 * The words of one photo. Where somebody else wrote other ones meanwhile, both are shown and what was typed is kept;
 * where only the photo's result changed, saving goes on with the new version.
 */
export function PhotoWords(props: PhotoWordsProps) {
  const { photo: words } = useStrings();
  const { caption, altText } = props.photo;
  const { draft, field, forget } = useDraft<Words>(
    { caption, altText },
    `photo/${props.photo.id}/${caption}/${altText}`,
  );
  const { saving, save, theirs } = useSaveWords(props, draft, forget);
  if (!changeable.includes(props.photo.state)) return <FixedWords photo={props.photo} />;
  return (
    <SendForm label={words.words} action={words.saveWords} kind="plain" sending={saving} onSend={save}>
      <h3>{words.words}</h3>
      <WordsFields caption={field('caption')} captionHelp={words.captionHelp} altText={field('altText')} />
      {theirs !== undefined && (
        <Notice tone="warning" title={words.changedTitle} isLive>
          <p>{words.changed}</p>
          <p className="upload-text">{words.storedCaption(theirs.caption)}</p>
          <p className="upload-text">{words.storedAltText(theirs.altText)}</p>
        </Notice>
      )}
    </SendForm>
  );
}

/** Saves over the words that were there when one began. `theirs`: what somebody else wrote since, until it is saved. */
function useSaveWords({ photo, onReload }: PhotoWordsProps, typed: Words, forget: () => void) {
  const { photo: words } = useStrings();
  const [base, setBase] = useState(photo);
  const [theirs, setTheirs] = useState<Words>();
  const saving = useAction(uploadEndpoints.changeText, {
    changes: ['uploads.'],
    onDone: ({ version }) => {
      setBase((before) => ({ ...before, ...typed, version }));
      setTheirs(undefined);
      forget();
      toasts.show(words.wordsSaved);
    },
  });
  const saveOver = (version: number, isAgain: boolean): void => {
    saving.mutate(
      { params: { photoId: photo.id }, body: { ...typed, version } },
      {
        onError: (error) => {
          if (!(error instanceof ApiError) || error.code !== 'changed-meanwhile' || isAgain) return;
          void onReload().then(({ data }) => {
            if (data === undefined) return;
            setBase(data);
            saving.reset();
            if (isSame(data, base)) saveOver(data.version, true);
            else setTheirs(data);
          });
        },
      },
    );
  };
  const save = (): void => {
    saveOver(base.version, false);
  };
  return { saving, save, theirs };
}

function FixedWords({ photo }: { readonly photo: ShownPhoto }) {
  const { photo: words, upload, common } = useStrings();
  return (
    <section className="stack" aria-labelledby="photo-words">
      <h3 id="photo-words">{words.words}</h3>
      <dl className="facts">
        <dt>{upload.caption}</dt>
        <dd className="upload-text">{photo.caption === '' ? common.none : photo.caption}</dd>
        <dt>{upload.altText}</dt>
        <dd className="upload-text">{photo.altText === '' ? common.none : photo.altText}</dd>
      </dl>
      <p className="muted">{words.wordsFixed}</p>
    </section>
  );
}
