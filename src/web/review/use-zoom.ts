import { useEffect, useState } from 'react';
import type { Box } from './review-types.ts';
import { within } from './within.ts';

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
  const [view, setView] = useState<View>(fitted);
  const stage = useSize(element);
  const scale = Math.min(stage.width / widthPx, stage.height / heightPx);
  const lengths = { stage, whole: { width: widthPx * scale, height: heightPx * scale } };
  const { zoom, x, y } = hold(view, lengths);
  const [width, height] = [lengths.whole.width * zoom, lengths.whole.height * zoom];
  return {
    stage: setElement,
    ...{ left: stage.width / 2 - x * width, top: stage.height / 2 - y * height, width, height, zoom },
    unit: widthPx / Math.max(1, width),
    isZoomed: zoom > 1.01,
    zoomBy: (factor, at = { x: stage.width / 2, y: stage.height / 2 }) => {
      setView((before) => zoomAbout(hold(before, lengths), factor, at, lengths));
    },
    panBy: (right, down) => {
      setView((before) => {
        const now = hold(before, lengths);
        return hold({ ...now, x: now.x - right / width, y: now.y - down / height }, lengths);
      });
    },
    fit: () => {
      setView(fitted);
    },
    showBox: (box) => {
      const part = Math.max(box.width / widthPx, box.height / heightPx) * 4;
      const middle = { x: (box.x + box.width / 2) / widthPx, y: (box.y + box.height / 2) / heightPx };
      setView(hold({ zoom: within(1 / Math.max(part, 1 / 6), 1, 6), ...middle }, lengths));
    },
  };
}

/** How large an element is, as it is laid out now. */
function useSize(element: HTMLDivElement | null): Size {
  const [size, setSize] = useState<Size>({ width: 1, height: 1 });
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
  return size;
}

/** The stage, and the whole photo as it lies on it when it is not zoomed, in screen pixels. */
interface Lengths {
  readonly stage: Size;
  readonly whole: Size;
}

/** A view within its bounds: neither too large nor too small, and not past an edge. */
function hold({ zoom, x, y }: View, { stage, whole }: Lengths): View {
  const held = within(zoom, 1, most);
  return {
    zoom: held,
    x: heldIn(x, whole.width * held, stage.width),
    y: heldIn(y, whole.height * held, stage.height),
  };
}

/** Zoomed by a factor, while what is at a point of the stage stays there. */
function zoomAbout(
  { zoom, x, y }: View,
  factor: number,
  at: { readonly x: number; readonly y: number },
  lengths: Lengths,
): View {
  const { stage, whole } = lengths;
  const next = within(zoom * factor, 1, most);
  const moved = (middle: number, offset: number, length: number): number =>
    middle + offset / (length * zoom) - offset / (length * next);
  return hold(
    {
      zoom: next,
      x: moved(x, at.x - stage.width / 2, whole.width),
      y: moved(y, at.y - stage.height / 2, whole.height),
    },
    lengths,
  );
}
