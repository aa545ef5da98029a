import { backupDrill, restoreDrill } from './backup-drill.ts';
import { coverDrill } from './cover-drill.ts';
import type { PrepareDrill } from './drill.ts';
import { migrationDrill } from './migration-drill.ts';
import { releaseDrill } from './release-drill.ts';
import { screeningDrill } from './screening-drill.ts';
import { uploadDrill } from './upload-drill.ts';

/** Every operation that is cut off. */
export const drills: Readonly<Record<string, PrepareDrill>> = {
  upload: uploadDrill,
  screening: screeningDrill,
  cover: coverDrill,
  release: releaseDrill,
  migration: migrationDrill,
  backup: backupDrill,
  restore: restoreDrill,
};
