import { useEffect, useState, type DragEvent } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { filesOfDrop } from './files-of-drop.ts';

/**
 * Where files come from: dropped (folders, too), pasted anywhere on the page, chosen, or taken with a phone's camera.
 * The words say what may come.
 */
export function FilePicker(props: {
  readonly label: string;
  readonly help: string;
  readonly choose: string;
  readonly isMultiple?: boolean;
  readonly hasCamera?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { common } = useStrings();
  const { onFiles, isMultiple = false } = props;
  const { isOver, handlers } = useDrop(onFiles);
  usePaste(onFiles);
  const onSelect = (list: FileList | null): void => {
    if (list !== null && list.length > 0) onFiles([...list]);
  };
  return (
    <div className={`file-picker${isOver ? ' over' : ''}`} role="group" aria-label={props.label} {...handlers}>
      <p className="file-picker-label">{props.label}</p>
      <div className="row">
        <FileTrigger acceptedFileTypes={['image/*']} allowsMultiple={isMultiple} onSelect={onSelect}>
          <Button>{props.choose}</Button>
        </FileTrigger>
        {props.hasCamera === true && (
          <span className="file-picker-camera">
            <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={onSelect}>
              <Button>{common.takePhoto}</Button>
            </FileTrigger>
          </span>
        )}
      </div>
      <p className="muted">{props.help}</p>
    </div>
  );
}

/** Taking in what is dropped. `isOver`: something is held over it. */
function useDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (): void => {
      setOver(false);
    },
    onDrop: (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      void filesOfDrop(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles(files);
      });
    },
  };
  return { isOver, handlers };
}

function usePaste(onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('paste', onPaste);
    };
  }, [onFiles]);
}
