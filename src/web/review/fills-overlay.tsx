import type { ShownPicture } from './picture-of.ts';
import type { Box, Quad } from './review-types.ts';

/** Covers as they will be, solid, and what a crop cuts off, dimmed. The service makes the real picture. */
export function FillsOverlay(props: {
  readonly picture: ShownPicture;
  readonly fills: readonly Quad[];
  readonly crop: Box | null;
}) {
  const { widthPx, heightPx } = props.picture;
  return (
    <svg className="overlay" viewBox={`0 0 ${widthPx} ${heightPx}`} aria-hidden="true">
      {props.fills.map((quad, index) => (
        <polygon key={index} className="overlay-fill" points={quad.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      {props.crop !== null && (
        <path className="overlay-cut" fillRule="evenodd" d={outside(props.crop, widthPx, heightPx)} />
      )}
    </svg>
  );
}

function outside({ x, y, width, height }: Box, wide: number, high: number): string {
  return `M0 0H${wide}V${high}H0ZM${x} ${y}V${y + height}H${x + width}V${y}Z`;
}
