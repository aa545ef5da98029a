import { Screening, type ScreeningOptions } from '../../../src/pipeline/screening.ts';

/** Quick, and one process: tests run beside each other. */
export const testScreening: ScreeningOptions = {
  engine: 'onnx',
  operatingPoint: 'quick',
  workers: 1,
  stageTimeoutMs: 60_000,
  photoTimeoutMs: 120_000,
  startTimeoutMs: 120_000,
  recycleAfterPhotos: 1_000,
  recycleAboveBytes: 4_000_000_000,
};

let shared: Screening | undefined;

/** The screening processes of all test files of a worker, started by the first photo; they end with the worker. */
export function sharedScreening(): Screening {
  shared ??= new Screening(testScreening);
  return shared;
}
