import { uploadLimits } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Notice } from '../ui/notice.tsx';
import type { SortedFiles } from './sort-files.ts';

/** Files that are not sent, each with the reason in words. */
export function LeftOutFiles(props: {
  readonly leftOut: SortedFiles['leftOut'];
  readonly limits?: { readonly photosPerBatch: number; readonly bytesPerPhoto: number };
}) {
  const { upload: words } = useStrings();
  const { leftOut, limits = uploadLimits } = props;
  if (leftOut.length === 0) return null;
  const reasons = {
    'too-large': words.tooLarge(limits.bytesPerPhoto / 1_000_000),
    'too-many': words.tooMany(limits.photosPerBatch),
    empty: words.empty,
    'not-picture': words.notPicture,
  };
  return (
    <Notice tone="warning" title={words.leftOut(leftOut.length)} isLive>
      <ul>
        {leftOut.map(({ name, because }, index) => (
          <li key={`${index}/${name}`}>
            {name}: {reasons[because]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
