import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { uploadEndpoints } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { FilePicker } from '../ui/file-picker.tsx';
import { LeftOutFiles } from './left-out-files.tsx';
import type { SortedFiles } from './sort-files.ts';
import { useFormats } from '../strings/use-formats.ts';

const megabyte = 1_000_000;

/** On a telephone more pictures than these hide that there are questions below them. */
const atFirst = 8;

/** The photos to send, before anything is sent. */
export function ChosenPhotos(props: {
  readonly files: SortedFiles;
  readonly limits: AnswerOf<typeof uploadEndpoints.readForm>['limits'];
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (file: File) => void;
}) {
  const { upload: words } = useStrings();
  const { number } = useFormats();
  const { chosen, leftOut } = props.files;
  const { photosPerBatch, bytesPerPhoto } = props.limits;
  const bytes = chosen.reduce((total, { size }) => total + size, 0);
  return (
    <>
      <FilePicker
        label={words.drop}
        help={words.dropHelp(photosPerBatch, bytesPerPhoto / megabyte)}
        choose={words.choose}
        isMultiple
        hasCamera
        onFiles={props.onAdd}
      />
      <LeftOutFiles leftOut={leftOut} limits={props.limits} />
      <p role="status">{chosen.length > 0 && words.chosen(chosen.length, number(Math.ceil(bytes / megabyte)))}</p>
      {chosen.length > 0 && <ChosenList chosen={chosen} onRemove={props.onRemove} />}
    </>
  );
}

function ChosenList(props: { readonly chosen: readonly File[]; readonly onRemove: (file: File) => void }) {
  const { upload: words } = useStrings();
  const [isWhole, setWhole] = useState(false);
  const { chosen } = props;
  return (
    <>
      <ul className="upload-chosen">
        {(isWhole ? chosen : chosen.slice(0, atFirst)).map((file) => (
          <ChosenPhoto key={`${file.name}/${file.size}/${file.lastModified}`} file={file} onRemove={props.onRemove} />
        ))}
      </ul>
      {chosen.length > atFirst && (
        <div>
          <Button
            isSmall
            aria-expanded={isWhole}
            onPress={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole ? words.showFewer : words.showAll(chosen.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function ChosenPhoto({ file, onRemove }: { readonly file: File; readonly onRemove: (file: File) => void }) {
  const { upload: words } = useStrings();
  const address = useAddressOf(file);
  const [isShown, setShown] = useState(true);
  return (
    <li>
      {isShown && address !== undefined ? (
        <img
          src={address}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => {
            // Browsers do not show every kind that Photoward reads, HEIC for one.
            setShown(false);
          }}
        />
      ) : (
        <span className="upload-no-picture" aria-hidden="true" />
      )}
      <span className="upload-name">{file.name}</span>
      <Button
        kind="quiet"
        isSmall
        aria-label={words.removeChosen(file.name)}
        onPress={() => {
          onRemove(file);
        }}
      >
        ✕
      </Button>
    </li>
  );
}

function useAddressOf(file: File): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address;
}
