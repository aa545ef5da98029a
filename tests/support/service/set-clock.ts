import { defaultZone, type Clock } from '../../../src/lib/clock.ts';

/** A clock that stands still until it is moved. */
export interface SetClock extends Clock {
  readonly advance: (ms: number) => void;
  readonly set: (iso: string) => void;
}

export function setClock(iso = '2026-03-02T09:00:00.000Z'): SetClock {
  let time = Date.parse(iso);
  return {
    zone: defaultZone,
    now: () => new Date(time),
    advance: (ms) => {
      time += ms;
    },
    set: (to) => {
      time = Date.parse(to);
    },
  };
}
