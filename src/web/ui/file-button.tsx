import { FileTrigger } from 'react-aria-components';
import { Button } from './button.tsx';

/** Choose one file. `accept` only helps the chooser: the service looks at the bytes. */
export function FileButton(props: {
  readonly label: string;
  readonly accept: readonly string[];
  readonly kind?: 'primary' | 'plain';
  readonly isPending?: boolean;
  readonly onChoose: (file: File) => void;
}) {
  return (
    <FileTrigger
      acceptedFileTypes={props.accept}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) props.onChoose(file);
      }}
    >
      <Button kind={props.kind ?? 'plain'} isPending={props.isPending ?? false}>
        {props.label}
      </Button>
    </FileTrigger>
  );
}
