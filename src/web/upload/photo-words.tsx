import { useState } from 'react';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { ApiError } from '../api/api-error.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { ShownPhoto } from './photo-dialog.tsx';

const changeable: readonly ShownPhoto['state'][] = ['received', 'screening', 'clear', 'flagged', 'approved'];

interface Words {
  readonly caption: string;
  readonly altText: string;
}

const isSame = (a: Words, b: Words): boolean => a.caption === b.caption && a.altText === b.altText;

/**
 * The words of one photo. Where somebody else wrote other ones meanwhile, both are shown and what was typed is kept;
 * where only the photo's result changed, saving goes on with the new version.
 */
export function PhotoWords(props: {
  readonly photo: ShownPhoto;
  readonly onReload: () => Promise<{ readonly data: ShownPhoto | undefined }>;
}) {
  const { photo: words, upload } = useStrings();
  const [base, setBase] = useState(props.photo);
  const [caption, setCaption] = useState(base.caption);
  const [altText, setAltText] = useState(base.altText);
  const [theirs, setTheirs] = useState<Words>();
  const typed = { caption, altText };
  const change = useAction(uploadEndpoints.changeText, {
    changes: ['uploads.'],
    onDone: ({ version }) => {
      setBase((before) => ({ ...before, ...typed, version }));
      setTheirs(undefined);
      toasts.show(words.wordsSaved);
    },
  });
  const save = (version: number, isAgain = false): void => {
    change.mutate(
      { params: { photoId: props.photo.id }, body: { ...typed, version } },
      {
        onError: (error) => {
          if (!(error instanceof ApiError) || error.code !== 'changed-meanwhile' || isAgain) return;
          void props.onReload().then(({ data }) => {
            if (data === undefined) return;
            setBase(data);
            change.reset();
            if (isSame(data, base)) save(data.version, true);
            else setTheirs(data);
          });
        },
      },
    );
  };
  if (!changeable.includes(props.photo.state)) return <FixedWords photo={props.photo} />;
  return (
    <Form
      label={words.words}
      error={change.error}
      onSubmit={() => {
        save(base.version);
      }}
    >
      <h3>{words.words}</h3>
      <TextField
        label={upload.caption}
        help={words.captionHelp}
        name="caption"
        lines="many"
        maxLength={2_000}
        value={caption}
        onChange={setCaption}
      />
      <TextField
        label={upload.altText}
        help={upload.altTextHelp}
        name="altText"
        lines="many"
        maxLength={1_000}
        value={altText}
        onChange={setAltText}
      />
      {theirs !== undefined && (
        <Notice tone="warning" title={words.changedTitle} isLive>
          <p>{words.changed}</p>
          <p className="upload-text">{words.storedCaption(theirs.caption)}</p>
          <p className="upload-text">{words.storedAltText(theirs.altText)}</p>
        </Notice>
      )}
      <div>
        <Button type="submit" isPending={change.isPending}>
          {words.saveWords}
        </Button>
      </div>
    </Form>
  );
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
