import { useStrings } from '../strings/use-strings.ts';
import type { Marked } from './marks-of.ts';

/**
 * Boxes over what was found. The list of findings says the same in words and by keyboard; pointing at either shows the
 * other.
 */
export function MarkBoxes(
  props: Pointing & {
    readonly marks: readonly Marked[];
    readonly widthPx: number;
    readonly heightPx: number;
    readonly active: string | null;
  },
) {
  return (
    <svg className="overlay" viewBox={`0 0 ${props.widthPx} ${props.heightPx}`} aria-hidden="true">
      {props.marks.map((mark) => (
        <MarkBox
          key={mark.subject}
          mark={mark}
          isActive={mark.subject === props.active}
          unit={props.unit}
          onPoint={props.onPoint}
          onPress={props.onPress}
        />
      ))}
    </svg>
  );
}

interface Pointing {
  /** Pixels of the photo to one of the screen. */
  readonly unit: number;
  readonly onPoint: (subject: string | null) => void;
  readonly onPress: (subject: string) => void;
}

function MarkBox(props: Pointing & { readonly mark: Marked; readonly isActive: boolean }) {
  const { reviewPhoto: words } = useStrings();
  const { mark, isActive, unit } = props;
  const { subject, kind, number, points, severity } = mark;
  const [first] = points;
  const labels = { face: words.face, text: words.text, person: words.person, drawn: words.drawnFace };
  return (
    <g
      className={`mark ${kind} ${severity ?? 'plain'}${isActive ? ' active' : ''}`}
      onPointerEnter={() => {
        props.onPoint(subject);
      }}
      onPointerLeave={() => {
        props.onPoint(null);
      }}
      onClick={() => {
        props.onPress(subject);
      }}
    >
      <polygon className="mark-edge" points={pointsText(points)} />
      <polygon className="mark-line" points={pointsText(points)} />
      {(isActive || severity !== null) && (
        <text className="mark-label" x={first.x} y={first.y - 5 * unit} fontSize={14 * unit} strokeWidth={4 * unit}>
          {labels[kind](number)}
        </text>
      )}
    </g>
  );
}

function pointsText(points: Marked['points']): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}
