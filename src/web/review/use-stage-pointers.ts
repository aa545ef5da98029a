import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Box, Point } from './review-types.ts';
import type { Zoom } from './use-zoom.ts';

const leastMovePx = 5;

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

interface Drag {
  readonly from: Point;
  last: Point;
  isMoving: boolean;
}

/**
 * What pointers do on the stage: the wheel and two fingers zoom; one drags the picture, or draws a rectangle where
 * `onDraw` is given. `drawing` is the rectangle so far, in pixels of the photo.
 */
export function useStagePointers(
  zoom: Zoom,
  element: HTMLDivElement | null,
  onDraw: ((box: Box) => void) | undefined,
): {
  readonly drawing: Box | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
  };
} {
  const pointers = useRef(new Map<number, Point>());
  const drag = useRef<Drag | null>(null);
  const [drawing, setDrawing] = useState<Box | null>(null);
  const zoomBy = useRef(zoom.zoomBy);
  useEffect(() => {
    zoomBy.current = zoom.zoomBy;
  });
  useEffect(() => {
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      zoomBy.current(Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top });
    };
    // React’s own wheel handlers cannot keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  }, [element]);

  const onStage = (event: PointerEvent): Point => {
    const { left, top } = element!.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const inPhoto = ({ x, y }: Point): Point => ({
    x: Math.min(Math.max((x - zoom.left) * zoom.unit, 0), zoom.width * zoom.unit),
    y: Math.min(Math.max((y - zoom.top) * zoom.unit, 0), zoom.height * zoom.unit),
  });
  const end = (event: PointerEvent): void => {
    pointers.current.delete(event.pointerId);
    drag.current = null;
    setDrawing(null);
  };
  const pinch = (id: number, to: Point): void => {
    const other = [...pointers.current].find(([one]) => one !== id)?.[1];
    const from = pointers.current.get(id);
    if (other === undefined || from === undefined) return;
    const distance = (a: Point, b: Point): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
    const middle = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
    zoom.zoomBy(distance(to, other) / distance(from, other), middle);
    zoom.panBy((to.x - from.x) / 2, (to.y - from.y) / 2);
  };
  return {
    drawing,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        pointers.current.set(event.pointerId, onStage(event));
        drag.current =
          pointers.current.size > 1 ? null : { from: onStage(event), last: onStage(event), isMoving: false };
        if (pointers.current.size > 1) setDrawing(null);
      },
      onPointerMove: (event) => {
        if (!pointers.current.has(event.pointerId)) return;
        const to = onStage(event);
        if (pointers.current.size > 1) pinch(event.pointerId, to);
        pointers.current.set(event.pointerId, to);
        const { current } = drag;
        if (current === null) return;
        if (!current.isMoving) {
          if (Math.hypot(to.x - current.from.x, to.y - current.from.y) < leastMovePx) return;
          current.isMoving = true;
          // Only now: a captured pointer would take the click from the face below it.
          element!.setPointerCapture(event.pointerId);
        }
        if (onDraw === undefined) zoom.panBy(to.x - current.last.x, to.y - current.last.y);
        else setDrawing(boxBetween(inPhoto(current.from), inPhoto(to)));
        current.last = to;
      },
      onPointerUp: (event) => {
        const { current } = drag;
        if (current?.isMoving === true && onDraw !== undefined) {
          onDraw(boxBetween(inPhoto(current.from), inPhoto(onStage(event))));
        }
        end(event);
      },
      onPointerCancel: end,
    },
  };
}
