import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Box } from './review-types.ts';

const most = 12;

interface View {
  readonly zoom: number;
  /** The point of the picture in the middle of the stage, in shares of its width and height. */
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const fitted: View = { zoom: 1, x: 0.5, y: 0.5 };

const within = (value: number, least: number, greatest: number): number =>
  Math.min(Math.max(value, least), Math.max(least, greatest));

/** The middle, moved so that no edge of the picture comes further in than it must. */
function heldIn(middle: number, length: number, stage: number): number {
  const half = stage / 2 / length;
  return half >= 0.5 ? 0.5 : within(middle, half, 1 - half);
}

/** How a picture lies on its stage. Lengths in screen pixels. */
export interface Zoom {
  readonly stage: (element: HTMLDivElement | null) => void;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How many pixels of the photo one screen pixel is, for strokes and letters that keep their size. */
  readonly unit: number;
  readonly zoom: number;
  readonly isZoomed: boolean;
  /** Zoom by a factor, about a point of the stage or its middle. */
  readonly zoomBy: (factor: number, at?: { readonly x: number; readonly y: number }) => void;
  readonly panBy: (x: number, y: number) => void;
  readonly fit: () => void;
  /** Show a part of the photo large, with some of what is around it. */
  readonly showBox: (box: Box) => void;
}

/** Zooming and panning a photo of this size. */
export function useZoom(widthPx: number, heightPx: number): Zoom {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [size, setSize] = useState<Size>({ width: 1, height: 1 });
  const [view, setView] = useState<View>(fitted);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  const scale = Math.min(size.width / widthPx, size.height / heightPx);
  const whole = useMemo(() => ({ width: widthPx * scale, height: heightPx * scale }), [widthPx, heightPx, scale]);
  const hold = useCallback(
    ({ zoom, x, y }: View): View => {
      const next = within(zoom, 1, most);
      return {
        zoom: next,
        x: heldIn(x, whole.width * next, size.width),
        y: heldIn(y, whole.height * next, size.height),
      };
    },
    [whole, size],
  );
  const { zoom, x, y } = hold(view);
  const [width, height] = [whole.width * zoom, whole.height * zoom];
  const zoomBy: Zoom['zoomBy'] = (factor, at) => {
    setView((before) => {
      const now = hold(before);
      const next = within(now.zoom * factor, 1, most);
      const aside = { x: (at?.x ?? size.width / 2) - size.width / 2, y: (at?.y ?? size.height / 2) - size.height / 2 };
      const moved = (middle: number, offset: number, length: number): number =>
        middle + offset / (length * now.zoom) - offset / (length * next);
      return hold({
        zoom: next,
        x: moved(now.x, aside.x, whole.width),
        y: moved(now.y, aside.y, whole.height),
      });
    });
  };
  return {
    stage: setElement,
    ...{ left: size.width / 2 - x * width, top: size.height / 2 - y * height, width, height, zoom },
    unit: widthPx / Math.max(1, width),
    isZoomed: zoom > 1.01,
    zoomBy,
    panBy: (right, down) => {
      setView((before) =>
        hold({ ...hold(before), x: hold(before).x - right / width, y: hold(before).y - down / height }),
      );
    },
    fit: () => {
      setView(fitted);
    },
    showBox: (box) => {
      const part = Math.max(box.width / widthPx, box.height / heightPx) * 4;
      const middle = { x: (box.x + box.width / 2) / widthPx, y: (box.y + box.height / 2) / heightPx };
      setView(hold({ zoom: within(1 / Math.max(part, 1 / 6), 1, 6), ...middle }));
    },
  };
}
