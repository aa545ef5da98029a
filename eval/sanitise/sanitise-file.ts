import path from 'node:path';
import { AppError } from '../../src/lib/app-error.ts';
import { cleanPhoto, type CleanCopy } from '../../src/pipeline/clean.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { defaultIntakeLimits, intakeFile } from '../../src/pipeline/intake.ts';
import { recogniseKind } from '../../src/pipeline/intake/recognise-kind.ts';
import { readWholeFile } from '../../src/pipeline/intake/read-whole-file.ts';
import { readMetadata } from '../../src/pipeline/metadata.ts';
import type { MetadataEvidence } from '../../src/policy/words/evidence.ts';

/** How one file fared. */
export interface Sanitised {
  readonly file: string;
  /** Recognised kind, or the name's ending where nothing was recognised. */
  readonly kind: string;
  /** 'cleaned', the code of the AppError, or 'UNTYPED' for any other error, which is a defect. */
  readonly outcome: string;
  readonly detail: string;
  readonly metadata: MetadataEvidence | null;
  readonly copy: CleanCopy | null;
  readonly ms: number;
}

async function kindOf(filePath: string): Promise<string> {
  try {
    const kind = recogniseKind(await readWholeFile(filePath, defaultIntakeLimits.maxBytes));
    return kind ?? `not a photo (${path.extname(filePath) || 'no ending'})`;
  } catch {
    return 'unreadable';
  }
}

/** Runs one file through intake, metadata, decoding and cleaning, and says how far it came. */
export async function sanitiseFile(filePath: string): Promise<Sanitised> {
  const kind = await kindOf(filePath);
  const started = performance.now();
  let metadata: MetadataEvidence | null = null;
  const done = (outcome: string, detail: string, copy: CleanCopy | null): Sanitised => {
    return { file: filePath, kind, outcome, detail, metadata, copy, ms: performance.now() - started };
  };
  try {
    const taken = await intakeFile(filePath);
    metadata = await readMetadata(taken.bytes, taken.kind);
    return done('cleaned', '', await cleanPhoto(await decodePhoto(taken.bytes, taken.kind)));
  } catch (error) {
    if (!(error instanceof AppError)) return done('UNTYPED', String(error), null);
    const cause = error.cause instanceof Error ? error.cause.message : '';
    return done(error.code, [error.detail, cause].filter(Boolean).join('; ').replace(/\s+/g, ' ').slice(0, 140), null);
  }
}
