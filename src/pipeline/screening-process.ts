import type { DecodedPhoto } from '../detectors/detector.ts';
import type { FaceComparison, Gallery } from '../detectors/engines/face-engine.ts';
import { openDetectors, type DetectorSet, type EngineName, type OperatingPoint } from '../detectors/registry.ts';
import { serveTasks } from '../inference/pool/serve-tasks.ts';
import type { PacksInUse } from '../inference/packs/pack-choice.ts';
import { AppError, toAppError } from '../lib/app-error.ts';
import { compareDrawnFace, type DrawnFaceRequest } from './compare-drawn-face.ts';
import { decodePhoto } from './decode.ts';
import { lookUpHashes } from './intake/look-up-hashes.ts';
import { intakeFile } from './intake.ts';
import type { Markings } from './drawing/marks.ts';
import { Journey } from './journey.ts';
import { prepareReference, type ReferenceRequest } from './prepare-reference.ts';
import { runStages } from './run.ts';
import type { ScreenRequest } from './screening-words.ts';
import { writeWhole } from './write-whole.ts';

/** What a screening process is started with. */
export interface ScreeningSettings {
  readonly engine: EngineName;
  readonly operatingPoint: OperatingPoint;
  readonly stageTimeoutMs: number;
  /** The packs in use; without it the shipped nets are used alone. */
  readonly packs?: PacksInUse | undefined;
}

/** What it can be asked to do. */
export type ScreeningTask =
  | { readonly kind: 'screen'; readonly request: ScreenRequest }
  | { readonly kind: 'draw'; readonly path: string; readonly markings: Markings; readonly target: string }
  | { readonly kind: 'enrol'; readonly path: string }
  | { readonly kind: 'hash'; readonly path: string }
  | { readonly kind: 'reference'; readonly request: ReferenceRequest }
  | { readonly kind: 'drawn-face'; readonly request: DrawnFaceRequest }
  | { readonly kind: 'compare'; readonly paths: readonly [string, string] };

async function openPhoto(path: string): Promise<DecodedPhoto> {
  const { bytes, kind } = await intakeFile(path);
  return decodePhoto(bytes, kind);
}

async function writePicture({ path, markings, target }: Extract<ScreeningTask, { kind: 'draw' }>): Promise<void> {
  const { drawPicture } = await import('./drawing/draw-picture.ts');
  await writeWhole(target, await drawPicture(await openPhoto(path), markings));
}

async function compareFiles(detectors: DetectorSet, [a, b]: readonly [string, string]): Promise<FaceComparison> {
  return detectors.compareFaces(await openNamed(a), await openNamed(b));
}

/** One of two photos: an error says which of them it is about. */
async function openNamed(path: string): Promise<DecodedPhoto> {
  return await openPhoto(path).catch((error: unknown) => {
    const { code, detail } = toAppError(error);
    throw new AppError(code, { cause: error, detail: detail === undefined ? path : `${path}: ${detail}` });
  });
}

// The module of a child process: it decodes files that strangers made, so that only it can be brought down by one.
serveTasks(async (given) => {
  const settings = given as ScreeningSettings;
  const detectors = await openDetectors(settings);
  let gallery: Gallery = new Map();
  let isSpent = false;
  return {
    share: (shared) => {
      gallery = shared as Gallery;
    },
    isSpent: () => isSpent,
    perform: async (sent, report) => {
      const task = sent as ScreeningTask;
      switch (task.kind) {
        case 'screen': {
          const journey = new Journey(task.request, detectors, gallery);
          await runStages(journey, settings.stageTimeoutMs, report);
          isSpent ||= journey.overran;
          return undefined;
        }
        case 'draw':
          return writePicture(task);
        case 'enrol':
          return detectors.enrol(await openPhoto(task.path));
        case 'hash':
          return lookUpHashes(await openPhoto(task.path));
        case 'reference':
          return prepareReference(detectors, await openPhoto(task.request.path), task.request);
        case 'drawn-face':
          return compareDrawnFace(detectors, gallery, await openPhoto(task.request.path), task.request);
        case 'compare':
          return compareFiles(detectors, task.paths);
      }
    },
  };
});
