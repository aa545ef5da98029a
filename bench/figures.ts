/** What one contestant did with all photos. */
export interface Figures {
  readonly name: string;
  /** What it did, in a few words: contestants do not do the same amount of work. */
  readonly does: string;
  readonly photos: number;
  /** Faces it found in all photos together. */
  readonly faces: number;
  /** From the start of the process until the first answer. */
  readonly firstAnswerMs: number;
  /** For all photos, the loading of models left out. */
  readonly totalMs: number;
  /** Processor time for all photos, which other programs on the machine do not change much; null if unknown. */
  readonly processorMs: number | null;
  /** The largest process's memory at its highest, or null where the system does not say. */
  readonly peakBytes: number | null;
  /** Mean milliseconds a photo in each stage, where there are stages. */
  readonly stagesMs: Readonly<Record<string, number>>;
}

export const photosAMinute = ({ photos, totalMs }: Figures): number => (photos / totalMs) * 60_000;
