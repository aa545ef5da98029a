import path from 'node:path';
import type { FaceComparison, Gallery, ReferenceTemplate } from '../detectors/engines/face-engine.ts';
import { nameTemplateModel } from '../detectors/engines/name-template-model.ts';
import { readPacksInUse } from '../inference/packs/pack-choice.ts';
import { ProcessPool } from '../inference/pool/process-pool.ts';
import { AppError, toAppError } from '../lib/app-error.ts';
import type { DrawnFaceSeen } from '../policy/words/drawn-face.ts';
import { completeEvidence } from './complete-evidence.ts';
import type { DrawnFaceRequest } from './compare-drawn-face.ts';
import type { Markings } from './drawing/marks.ts';
import type { PreparedReference, ReferenceRequest } from './prepare-reference.ts';
import type { ScreeningSettings, ScreeningTask } from './screening-process.ts';
import type { ScreenRequest, Screened, StageStep } from './screening-words.ts';
import type { LookUpHashes } from './intake/look-up-hashes.ts';

export type { FaceComparison };

export interface ScreeningOptions extends Omit<ScreeningSettings, 'packs'> {
  /** Where added model packs lie, and which of them are in use; without it the shipped nets are used alone. */
  readonly packsFolder?: string | undefined;
  readonly workers: number;
  readonly photoTimeoutMs: number;
  readonly startTimeoutMs: number;
  readonly recycleAfterPhotos: number;
  readonly recycleAboveBytes: number;
}

// Built code has the same names with another ending.
const modulePath = path.join(import.meta.dirname, `screening-process${path.extname(import.meta.filename)}`);

/** The screening processes, as the rest of Photoward sees them: paths go in, evidence comes out. */
export class Screening {
  readonly #pool: ProcessPool;
  readonly #settings: ScreeningSettings;

  /** Starts loading the models at once. Throws `model-altered` when it cannot be read which packs are in use. */
  constructor(options: ScreeningOptions) {
    const { engine, operatingPoint, stageTimeoutMs, packsFolder } = options;
    const packs = packsFolder === undefined ? undefined : readPacksInUse(packsFolder);
    this.#settings = { engine, operatingPoint, stageTimeoutMs, packs };
    this.#pool = new ProcessPool({
      modulePath,
      settings: this.#settings,
      size: options.workers,
      taskTimeoutMs: options.photoTimeoutMs,
      startTimeoutMs: options.startTimeoutMs,
      recycleAfterTasks: options.recycleAfterPhotos,
      recycleAboveBytes: options.recycleAboveBytes,
    });
  }

  /** Waits until photos can be checked. Throws what prevents it, e.g. `model-altered`. */
  ready(): Promise<void> {
    return this.#pool.ready();
  }

  /** Process ids, for watching memory. */
  get pids(): number[] {
    return this.#pool.pids;
  }

  /** Who can be compared from here on. Held in memory only, by every process. */
  useGallery(gallery: Gallery): void {
    this.#pool.share(gallery);
  }

  /**
   * Everything that can be observed about a photo. Whatever goes wrong with it is in the evidence; throws only
   * `aborted`.
   */
  async screen(request: ScreenRequest, signal?: AbortSignal): Promise<Screened> {
    const steps: StageStep[] = [];
    try {
      const task: ScreeningTask = { kind: 'screen', request };
      await this.#pool.run(task, { signal, onProgress: (step) => steps.push(step as StageStep) });
      return completeEvidence(steps, new AppError('internal', { detail: 'a stage was left out' }));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'aborted') throw error;
      return completeEvidence(steps, error);
    }
  }

  /**
   * A template from a reference photo. The caller has made sure that the pupil's biometric permission is complete.
   * Throws `reference-unusable` or what keeps the photo from being read.
   */
  async enrol(photoPath: string, signal?: AbortSignal): Promise<ReferenceTemplate> {
    const task: ScreeningTask = { kind: 'enrol', path: photoPath };
    return (await this.#pool.run(task, { signal })) as ReferenceTemplate;
  }

  /**
   * Names the nets that make templates, without asking a process that may be busy: those of the start, whatever pack was
   * chosen since. Throws `model-missing`.
   */
  templateModel(): Promise<string> {
    return nameTemplateModel(this.#settings);
  }

  /**
   * A clean copy of a pupil's own photo, and for an enrolment photo its template and who else it may be; null for a
   * portrait. The caller has made sure that the biometric permission is complete. Throws `reference-unusable` or what
   * keeps the photo from being read.
   */
  async prepareReference(request: ReferenceRequest, signal?: AbortSignal): Promise<PreparedReference | null> {
    const task: ScreeningTask = { kind: 'reference', request };
    return (await this.#pool.run(task, { signal })) as PreparedReference | null;
  }

  /**
   * A face that a person drew, compared with the pupils named. The caller has made sure, with `whoToLookFor`, that they
   * may be compared. Throws what keeps the photo from being read or the process from answering.
   */
  async compareDrawnFace(request: DrawnFaceRequest, signal?: AbortSignal): Promise<DrawnFaceSeen> {
    const task: ScreeningTask = { kind: 'drawn-face', request };
    return (await this.#pool.run(task, { signal })) as DrawnFaceSeen;
  }

  /** What a picture is looked up by. Throws what keeps it from being read or the process from answering. */
  async hash(picturePath: string, signal?: AbortSignal): Promise<LookUpHashes> {
    const task: ScreeningTask = { kind: 'hash', path: picturePath };
    return (await this.#pool.run(task, { signal })) as LookUpHashes;
  }

  /** How alike the faces of two photos are. Throws what keeps either from being read. */
  async compareFaces(pathA: string, pathB: string, signal?: AbortSignal): Promise<FaceComparison> {
    const task: ScreeningTask = { kind: 'compare', paths: [pathA, pathB] };
    return (await this.#pool.run(task, { signal })) as FaceComparison;
  }

  /** Writes a marked picture of a photo, as JPEG. Throws what keeps the photo from being read or the file from being written. */
  async draw(photoPath: string, markings: Markings, target: string, signal?: AbortSignal): Promise<void> {
    const task: ScreeningTask = { kind: 'draw', path: photoPath, markings, target };
    await this.#pool.run(task, { signal });
  }

  /** Ends all processes. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}
