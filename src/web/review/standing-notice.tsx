import type { Strings } from '../strings/strings.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { LeavingOutNotice } from './leaving-out-notice.tsx';
import { OverrideAnswer } from './override-answer.tsx';
import type { PhotoDetail } from './review-types.ts';
import { whyNotApprove, type Hindrance } from './why-not-approve.ts';

const warning: readonly Hindrance['kind'][] = ['line-up', 'failed', 'restricted', 'quarantine', 'ordinary'];

/** How the photo stands: what keeps it from being approved and what to do, the check of a changed picture, an override. */
export function StandingNotice({
  photo,
  onLineUp,
  onCrop,
}: {
  readonly photo: PhotoDetail;
  readonly onLineUp: (() => void) | null;
  readonly onCrop: (() => void) | null;
}) {
  const strings = useStrings();
  const { reviewPhoto: words } = strings;
  const hindrance = whyNotApprove(photo);
  return (
    <div className="stack" aria-live="polite">
      {hindrance !== null && (
        <Notice tone={warning.includes(hindrance.kind) ? 'warning' : 'info'}>
          <p>{sayWhy(hindrance, strings)}</p>
          {hindrance.kind === 'quarantine' && <Link to="/safeguarding">{strings.safeguarding.title}</Link>}
          {hindrance.kind === 'line-up' && onLineUp !== null && (
            <div>
              <Button isSmall kind="primary" onPress={onLineUp}>
                {words.lineUpLeft(hindrance.left)}
              </Button>
            </div>
          )}
        </Notice>
      )}
      <LeavingOutNotice photo={photo} onCrop={onCrop} />
      {photo.output?.checkState === 'passed' && <Notice tone="good">{words.passed}</Notice>}
      {photo.override !== null && !photo.override.isMine && !photo.isMine && photo.state === 'flagged' && (
        <OverrideAnswer photo={photo} override={photo.override} />
      )}
    </div>
  );
}

function sayWhy(hindrance: Hindrance, { reviewPhoto: { why }, states }: Strings): string {
  switch (hindrance.kind) {
    case 'line-up':
      return why['line-up'](hindrance.left);
    case 'failed':
      return why.failed(hindrance.reason);
    case 'done':
    case 'released':
      return why[hindrance.kind](states[hindrance.state]);
    default:
      return why[hindrance.kind];
  }
}
