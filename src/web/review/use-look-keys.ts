import type { KeyActions } from '../ui/use-keys.ts';
import type { Place } from './use-place.ts';
import { useWorkKeys } from './use-work-keys.ts';
import type { Zoom } from './use-zoom.ts';

const stepPx = 80;

/** Zooming and panning by key. Where the picture is not zoomed the arrows go to the neighbours. */
export function useLookKeys(zoom: Zoom, place: Place, turn: (() => void) | null): void {
  useWorkKeys({
    ...panKeys(zoom, place),
    '+': () => {
      zoom.zoomBy(1.5);
    },
    '=': () => {
      zoom.zoomBy(1.5);
    },
    '-': () => {
      zoom.zoomBy(1 / 1.5);
    },
    '0': zoom.fit,
    o: () => {
      turn?.();
    },
  });
}

function panKeys(zoom: Zoom, place: Place): KeyActions {
  const pan = (x: number, y: number, otherwise: () => boolean) => (): boolean => {
    if (!zoom.isZoomed) return otherwise();
    zoom.panBy(x, y);
    return true;
  };
  const go = (photoId: string | null) => (): boolean => {
    place.goTo(photoId);
    return true;
  };
  // Up and down then scroll the page, as anywhere.
  const leave = (): boolean => false;
  return {
    arrowleft: pan(stepPx, 0, go(place.previousId)),
    arrowright: pan(-stepPx, 0, go(place.nextId)),
    arrowup: pan(0, stepPx, leave),
    arrowdown: pan(0, -stepPx, leave),
  };
}
