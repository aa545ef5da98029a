import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { moveBox, resizeBox, type Size } from './change-box.ts';
import type { Box } from './review-types.ts';

const corners = ['nw', 'ne', 'se', 'sw'] as const;
type Corner = (typeof corners)[number];

interface Grip {
  readonly corner: Corner | null;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A rectangle over the photo to move and to size: by dragging it and its corners, or with the arrow keys (Shift: the
 * size; Alt: finer steps). Positions are pixels of the photo, which is `widthPx` x `heightPx`.
 */
export function RectangleEditor(props: {
  readonly name: string;
  readonly kind: 'crop' | 'area' | 'face';
  readonly box: Box;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of the photo to one of the screen. */
  readonly unit: number;
  /** It has just been placed: the keyboard goes to it, to move it. */
  readonly isNew?: boolean;
  readonly onChange: (box: Box) => void;
}) {
  const { reviewChange: words } = useStrings();
  const { box, unit, onChange } = props;
  const whole = { width: props.widthPx, height: props.heightPx };
  const grip = useGrip(box, unit, whole, onChange);
  const element = useFocusOfNew(props.isNew ?? false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = afterKey(event, box, unit, whole);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(next);
  };
  return (
    <div
      ref={element}
      className={`rectangle ${props.kind}`}
      role="group"
      tabIndex={0}
      aria-label={words.rectangle(props.name, ...([box.x, box.y, box.width, box.height].map(Math.round) as Four))}
      style={placeOn(whole, box)}
      onKeyDown={onKeyDown}
      {...grip(null)}
    >
      {corners.map((corner) => (
        <span key={corner} className={`rectangle-corner ${corner}`} {...grip(corner)} />
      ))}
    </div>
  );
}

/** What has just been placed has the focus. */
function useFocusOfNew(isNew: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) element.current?.focus({ preventScroll: true });
  }, [isNew]);
  return element;
}

/** Where a box goes with an arrow key; null for any other key. */
function afterKey({ key, altKey, shiftKey }: KeyboardEvent, box: Box, unit: number, whole: Size): Box | null {
  const arrow = arrows[key];
  if (arrow === undefined) return null;
  const step = Math.max(1, (altKey ? 1 : 10) * unit);
  const [right, down] = [arrow[0] * step, arrow[1] * step];
  return shiftKey ? resizeBox(box, 'se', right, down, whole) : moveBox(box, right, down, whole);
}

/** A box as shares of the photo, however large that is shown. */
function placeOn({ width, height }: Size, box: Box) {
  const share = (value: number, of: number): string => `${(value / of) * 100}%`;
  return {
    left: share(box.x, width),
    top: share(box.y, height),
    width: share(box.width, width),
    height: share(box.height, height),
  };
}

/** What dragging does: held by a corner it sizes the rectangle, held anywhere else (null) it moves it. */
function useGrip(box: Box, unit: number, whole: Size, onChange: (box: Box) => void) {
  const grip = useRef<Grip | null>(null);
  const drag = (event: PointerEvent): void => {
    const held = grip.current;
    if (held === null) return;
    event.stopPropagation();
    const [right, down] = [(event.clientX - held.x) * unit, (event.clientY - held.y) * unit];
    onChange(
      held.corner === null
        ? moveBox(held.box, right, down, whole)
        : resizeBox(held.box, held.corner, right, down, whole),
    );
  };
  const release = (): void => {
    grip.current = null;
  };
  return (corner: Corner | null) => ({
    onPointerDown: (event: PointerEvent): void => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { corner, x: event.clientX, y: event.clientY, box };
    },
    onPointerMove: drag,
    onPointerUp: release,
    onPointerCancel: release,
  });
}

type Four = [number, number, number, number];
