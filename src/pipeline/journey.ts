import type { DecodedPhoto, Detector } from '../detectors/detector.ts';
import type { Gallery } from '../detectors/engines/face-engine.ts';
import type { DetectorSet } from '../detectors/registry.ts';
import { AppError } from '../lib/app-error.ts';
import type { Evidence, EvidenceItem, EvidenceName, EvidenceValues } from '../policy/words/evidence.ts';
import type { PupilId } from '../policy/words/people.ts';
import type { IntakenFile } from './intake.ts';
import type { ScreenRequest } from './screening-words.ts';

type Record = { -readonly [Name in EvidenceName]?: Evidence[Name] };

/** Who observed something: a detector, or a stage that is none. */
export interface Observer {
  readonly id: string;
  readonly version: string;
}

/**
 * One photo's way through the stages: what they hand on to each other, and what was observed so far. A stage that asks
 * for something an earlier one could not give gets that one's error, so that one broken file has one reason throughout.
 */
export class Journey {
  readonly request: ScreenRequest;
  readonly detectors: DetectorSet;
  readonly evidence: Record = {};
  readonly #gallery: Gallery;
  /** A stage ran out of time, so something of it may still be running. */
  overran = false;
  #file: IntakenFile | undefined;
  #photo: DecodedPhoto | undefined;
  #stoppedBy: AppError | undefined;

  constructor(request: ScreenRequest, detectors: DetectorSet, gallery: Gallery) {
    this.request = request;
    this.detectors = detectors;
    this.#gallery = gallery;
  }

  /** The file as it was read. Throws what kept it from being read. */
  get file(): IntakenFile {
    if (this.#file === undefined) throw this.#stoppedBy ?? new AppError('internal', { detail: 'no file was read yet' });
    return this.#file;
  }

  set file(file: IntakenFile) {
    this.#file = file;
  }

  /** The upright pixels. Throws what kept the file from being decoded. */
  get photo(): DecodedPhoto {
    if (this.#photo === undefined) throw this.#stoppedBy ?? new AppError('internal', { detail: 'nothing was decoded' });
    return this.#photo;
  }

  set photo(photo: DecodedPhoto) {
    this.#photo = photo;
  }

  /** Compares with these pupils, as far as they have templates, and with nobody else. */
  matcherFor(pupils: readonly PupilId[]): Promise<Detector<'match', 'faces'>> {
    return this.detectors.matcher(new Map([...this.#gallery].filter(([pupil]) => pupils.includes(pupil))));
  }

  /** Remembers why there is no file or no picture. The first reason stands. */
  stopBy(error: AppError): void {
    this.#stoppedBy ??= error;
  }

  /** An earlier observation. Throws the error of the stage that failed to make it. */
  seen<Name extends EvidenceName>(name: Name): EvidenceValues[Name] {
    const item: EvidenceItem<EvidenceValues[Name]> | undefined = this.evidence[name];
    if (item?.status === 'observed') return item.value;
    throw item?.status === 'failed'
      ? new AppError(item.error.code, { detail: `${name} failed` })
      : new AppError('internal', { detail: `${name} was not observed` });
  }

  observe<Name extends EvidenceName>(name: Name, observer: Observer, value: EvidenceValues[Name]): void {
    const item = { status: 'observed', detector: observer.id, version: observer.version, value } as const;
    Object.assign(this.evidence, { [name]: item });
  }

  fail(name: EvidenceName, observer: Observer, error: AppError): void {
    const { code, explanation: message } = error;
    const item = { status: 'failed', detector: observer.id, version: observer.version, error: { code, message } };
    Object.assign(this.evidence, { [name]: item });
  }

  turnOff(name: EvidenceName, why: string): void {
    Object.assign(this.evidence, { [name]: { status: 'off', why } });
  }
}
