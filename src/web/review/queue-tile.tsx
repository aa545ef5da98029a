import { Link } from 'react-router';
import { previewAddress } from '../api/preview-address.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { VerdictBadge } from '../ui/verdict-badge.tsx';
import { canBeSelected } from './many-actions.ts';
import type { QueueItem } from './review-types.ts';

/** One waiting photo: its picture, verdict, batch, age, who sent it, and whether it can be decided with others. */
export function QueueTile(props: {
  readonly item: QueueItem;
  readonly to: string;
  readonly isSelected: boolean;
  readonly onSelect: (isOn: boolean) => void;
}) {
  const { review, verdicts } = useStrings();
  const { ago } = useFormats();
  const { item } = props;
  const age = ago(item.stateChangedAt);
  const verdict = item.verdict === null ? review.noVerdict : verdicts[item.verdict];
  return (
    <li className={`review-tile${props.isSelected ? ' selected' : ''}`}>
      <Link to={props.to} className="review-tile-picture" aria-label={review.tile(item.batchTitle, verdict, age)}>
        {item.hasPreview ? <img src={previewAddress(item)} alt="" loading="lazy" /> : <span>{review.noPicture}</span>}
      </Link>
      <div className="review-tile-words">
        <div className="row">
          {item.verdict === null ? <span className="badge">{verdict}</span> : <VerdictBadge verdict={item.verdict} />}
          {item.isChanged && <span className="badge">{review.changed}</span>}
          {item.lineUpLeft > 0 && <span className="badge">{review.lineUpLeft(item.lineUpLeft)}</span>}
        </div>
        <strong className="review-tile-title">{item.batchTitle}</strong>
        <span className="muted">
          {age} · {review.uploadedBy(item.uploadedBy)}
        </span>
        {item.isMine && <span className="muted">{review.mine}</span>}
        {canBeSelected(item) && (
          <Checkbox isSelected={props.isSelected} onChange={props.onSelect} aria-label={review.select(item.batchTitle)}>
            {item.isEasy ? review.easy : review.toSelect}
          </Checkbox>
        )}
      </div>
    </li>
  );
}
