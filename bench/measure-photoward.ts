import { loadConfig } from '../src/config/load-config.ts';
import { Screening } from '../src/pipeline/screening.ts';
import type { Screened } from '../src/pipeline/screening-words.ts';
import type { Figures } from './figures.ts';
import { peakMemory, processorTime } from './read-process.ts';

const countFaces = ({ evidence }: Screened): number =>
  evidence.faces.status === 'observed' ? evidence.faces.value.length : 0;

function meanByStage(all: readonly Screened[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { timings } of all) {
    for (const [stage, tookMs] of Object.entries(timings)) sums[stage] = (sums[stage] ?? 0) + tookMs / all.length;
  }
  return sums;
}

const sumOf = (values: readonly (number | null)[]): number => values.reduce((sum: number, one) => sum + (one ?? 0), 0);

/** Photoward on all photos, everything it does: metadata, clean copy, faces, attire, nudity, text. */
export async function measurePhotoward(photos: readonly string[], workers: number): Promise<Figures> {
  const bornMs = performance.now();
  const screening = new Screening({ ...loadConfig({}), workers });
  const screen = (path: string): Promise<Screened> =>
    screening.screen({ path, compare: { off: 'a measurement of speed' }, cleanTo: null, cleanLongEdgePx: null });
  try {
    await screen(photos[0]!);
    const firstAnswerMs = performance.now() - bornMs;
    // Each process loads its nets for itself; the clock starts when all have done a photo.
    await Promise.all(Array.from({ length: workers }, () => screen(photos[0]!)));
    const { pids } = screening;
    const [beganMs, usedMs] = [performance.now(), sumOf(pids.map(processorTime))];
    const all = await Promise.all(photos.map(screen));
    const totalMs = performance.now() - beganMs;
    const processorMs = sumOf(pids.map(processorTime)) - usedMs;
    const peaks = pids.map(peakMemory).filter((peak) => peak !== null);
    return {
      name: `Photoward, ${workers === 1 ? '1 process' : `${workers} processes`}`,
      does: 'metadata, clean copy, faces, attire, nudity, text',
      photos: photos.length,
      faces: all.reduce((sum, one) => sum + countFaces(one), 0),
      firstAnswerMs,
      totalMs,
      processorMs: processorMs === 0 ? null : processorMs,
      peakBytes: peaks.length === 0 ? null : Math.max(...peaks),
      stagesMs: meanByStage(all),
    };
  } finally {
    await screening.close();
  }
}
