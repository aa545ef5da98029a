import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Notice } from './notice.tsx';

/** Which fields of a form a colleague has changed that were typed in here too, and what to; nothing where there are none. */
export function ChangedMeanwhile<Draft extends object>(props: {
  /** From `useSharedDraft`. */
  readonly theirs: Partial<Draft>;
  readonly labels: Readonly<Record<keyof Draft & string, string>>;
}) {
  const { common } = useStrings();
  const { list } = useFormats();
  const fields = Object.entries(props.theirs) as [keyof Draft & string, unknown][];
  if (fields.length === 0) return null;
  const valueOf = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? common.yes : common.no;
    return String(value) === '' ? '–' : String(value);
  };
  return (
    <Notice tone="warning" isLive>
      {common.changedMeanwhile(list(fields.map(([name, value]) => `${props.labels[name]} (${valueOf(value)})`)))}
    </Notice>
  );
}
