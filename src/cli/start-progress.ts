import { Presets, SingleBar } from 'cli-progress';
import type { Output } from './output.ts';

/** A bar on the terminal that counts what is finished, or nothing where nobody would see it. */
export interface Progress {
  readonly isShown: boolean;
  readonly step: () => void;
  readonly stop: () => void;
}

const worthwhile = 2;

/** `format` says what is counted, e.g. 'Checking [{bar}] {value} of {total} photos, {eta_formatted} left'. */
export function startProgress(total: number, output: Output, format: string): Progress {
  if (!output.noticesOnTerminal || total < worthwhile) {
    return { isShown: false, step: () => undefined, stop: () => undefined };
  }
  const bar = new SingleBar(
    {
      format,
      stream: output.noticeStream,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: false,
    },
    Presets.legacy,
  );
  bar.start(total, 0);
  return {
    isShown: true,
    step: () => {
      bar.increment();
    },
    stop: () => {
      bar.stop();
    },
  };
}
