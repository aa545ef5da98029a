import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Box, Point } from './review-types.ts';
import type { Zoom } from './use-zoom.ts';
import { within } from './within.ts';

const leastMovePx = 5;

interface Drag {
  readonly from: Point;
  last: Point;
  isMoving: boolean;
}

interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: (event: PointerEvent) => void;
}

/**
 * What pointers do on the stage: the wheel and two fingers zoom; one drags the picture, or draws a rectangle where
 * `onDraw` is given. `drawing` is the rectangle so far, in pixels of the photo.
 */
export function useStagePointers(
  zoom: Zoom,
  element: HTMLDivElement | null,
  onDraw: ((box: Box) => void) | undefined,
): { readonly drawing: Box | null; readonly handlers: PointerHandlers } {
  const pointers = useRef(new Map<number, Point>());
  const drag = useDrag(zoom, element, onDraw);
  useWheel(zoom, element);
  const start = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = placeOn(element!, event);
    pointers.current.set(event.pointerId, at);
    if (pointers.current.size === 1) drag.begin(at);
    else drag.drop();
  };
  const move = (event: PointerEvent): void => {
    const from = pointers.current.get(event.pointerId);
    if (from === undefined) return;
    const to = placeOn(element!, event);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) pinch(zoom, other, from, to);
    pointers.current.set(event.pointerId, to);
    drag.follow(to, event.pointerId);
  };
  const leave = (event: PointerEvent): void => {
    pointers.current.delete(event.pointerId);
    drag.drop();
  };
  const finish = (event: PointerEvent): void => {
    drag.finish(placeOn(element!, event));
    leave(event);
  };
  return {
    drawing: drag.drawing,
    handlers: { onPointerDown: start, onPointerMove: move, onPointerUp: finish, onPointerCancel: leave },
  };
}

/** One pointer that is held: it drags the picture, or draws a rectangle where `onDraw` is given. */
function useDrag(zoom: Zoom, element: HTMLDivElement | null, onDraw: ((box: Box) => void) | undefined) {
  const drag = useRef<Drag | null>(null);
  const [drawing, setDrawing] = useState<Box | null>(null);
  const begin = (from: Point): void => {
    drag.current = { from, last: from, isMoving: false };
  };
  const follow = (to: Point, pointerId: number): void => {
    const held = drag.current;
    if (held === null) return;
    if (!held.isMoving) {
      if (distance(held.from, to) < leastMovePx) return;
      held.isMoving = true;
      // Only now: a captured pointer would take the click from the face below it.
      element!.setPointerCapture(pointerId);
    }
    if (onDraw === undefined) zoom.panBy(to.x - held.last.x, to.y - held.last.y);
    else setDrawing(boxBetween(inPhoto(zoom, held.from), inPhoto(zoom, to)));
    held.last = to;
  };
  const finish = (at: Point): void => {
    const held = drag.current;
    if (held?.isMoving === true) onDraw?.(boxBetween(inPhoto(zoom, held.from), inPhoto(zoom, at)));
  };
  const drop = (): void => {
    drag.current = null;
    setDrawing(null);
  };
  return { drawing, begin, follow, finish, drop };
}

/** The wheel zooms about where it is turned. */
function useWheel({ zoomBy }: Zoom, element: HTMLDivElement | null): void {
  const latest = useRef(zoomBy);
  useEffect(() => {
    latest.current = zoomBy;
  });
  useEffect(() => {
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      latest.current(Math.exp(-event.deltaY / 400), placeOn(element, event));
    };
    // React’s own wheel handlers cannot keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  }, [element]);
}

/** Two fingers: the picture keeps to them while the one goes from a point to the next and the other stays. */
function pinch(zoom: Zoom, other: Point, from: Point, to: Point): void {
  const apart = (point: Point): number => Math.max(1, distance(point, other));
  const middle = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
  zoom.zoomBy(apart(to) / apart(from), middle);
  zoom.panBy((to.x - from.x) / 2, (to.y - from.y) / 2);
}

/** Where on the stage something happened, in screen pixels. */
function placeOn(element: HTMLDivElement, event: { readonly clientX: number; readonly clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** A place of the stage in pixels of the photo, the nearest one for what lies beside it. */
function inPhoto(zoom: Zoom, { x, y }: Point): Point {
  return {
    x: within((x - zoom.left) * zoom.unit, 0, zoom.width * zoom.unit),
    y: within((y - zoom.top) * zoom.unit, 0, zoom.height * zoom.unit),
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
