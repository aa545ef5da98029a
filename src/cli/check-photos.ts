import path from 'node:path';
import { DuplicateFinder } from '../pipeline/find-duplicates.ts';
import { markingsFor } from '../pipeline/drawing/marks.ts';
import type { Release } from '../pipeline/open-release.ts';
import type { Screening } from '../pipeline/screening.ts';
import type { Screened, ScreenRequest } from '../pipeline/screening-words.ts';
import { firstFailure, verdictOn } from '../pipeline/verdict.ts';
import type { Verdict } from '../policy/words/finding.ts';
import type { Facts } from '../policy/words/rule.ts';

/** One photo of a run, checked and judged. */
export interface CheckedPhoto {
  /** As given, or as found in a folder that was given. */
  readonly file: string;
  readonly screened: Screened;
  readonly verdict: Verdict;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Where the clean copy is, or null when none was kept. */
  readonly cleanFile: string | null;
  /** Where the marked picture is, or null when none was drawn. */
  readonly drawnFile: string | null;
}

/** What a run is made of. */
export interface CheckRun {
  readonly files: readonly string[];
  readonly screening: Screening;
  readonly facts: Facts;
  readonly compare: ScreenRequest['compare'];
  readonly release: Release | null;
  readonly drawFolder: string | null;
  readonly signal: AbortSignal;
  /** Told when a photo's models are done, in any order. */
  readonly onScreened: () => void;
}

/** A name that says nothing: the original may be a pupil's. The same photo gets the same name in every run. */
const neutralName = (sha256: string): string => `photo-${sha256.slice(0, 12)}.jpg`;

async function draw(run: CheckRun, file: string, { evidence }: Screened, verdict: Verdict): Promise<string | null> {
  const isHidden = verdict.findings.some((finding) => finding.audience === 'dsl');
  if (run.drawFolder === null || isHidden || evidence.file.status !== 'observed') return null;
  const target = path.join(run.drawFolder, neutralName(evidence.file.value.sha256));
  await run.screening.draw(file, markingsFor(evidence, verdict), target, run.signal);
  return target;
}

/** Screens all files at once, as far as there are processes, and yields them in the order given. Throws `aborted`. */
export async function* checkPhotos(run: CheckRun): AsyncGenerator<CheckedPhoto> {
  const { files, screening, release, facts, compare, signal } = run;
  const duplicates = new DuplicateFinder();
  const pending = files.map((file, index) => {
    const cleanTo = release?.spoolPath(index) ?? null;
    const screened = screening.screen({ path: file, compare, cleanTo, cleanLongEdgePx: null }, signal);
    // Waited for in order below: until then nobody may be looking, and an abort must not count as unhandled.
    screened.then(run.onScreened, () => undefined);
    return screened;
  });
  for (const [index, file] of files.entries()) {
    const screened = await pending[index]!;
    const { file: about, clean } = screened.evidence;
    const verdict = verdictOn(screened, facts, duplicates.note(file, about));
    const copy = about.status === 'observed' ? neutralName(about.value.sha256) : null;
    const cleanFile =
      release === null || copy === null
        ? null
        : await release.place({ index, name: copy, wasMade: clean.status === 'observed' }, verdict);
    const drawnFile = await draw(run, file, screened, verdict);
    yield { file, screened, verdict, error: firstFailure(screened), cleanFile, drawnFile };
  }
}
