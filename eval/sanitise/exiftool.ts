import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One tag as exiftool names it, with its group: 'IFD0:Make'. */
export type ToolTags = ReadonlyMap<string, string>;

/** Whether exiftool can be run here; it is a check on the check, not a part of the product. */
export async function hasExiftool(): Promise<boolean> {
  try {
    await run('exiftool', ['-ver']);
    return true;
  } catch {
    return false;
  }
}

/** All tags exiftool finds in some files, unknown ones too, in the order of the files. */
export async function readWithExiftool(files: readonly string[]): Promise<ToolTags[]> {
  const { stdout } = await run(
    'exiftool',
    ['-j', '-G1', '-a', '-u', '-ee', '-api', 'largefilesupport=1', '--', ...files],
    {
      maxBuffer: 512_000_000,
    },
  ).catch((error: unknown) => {
    // exiftool exits with 1 when any file had an error and still prints what it read.
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string')
      return { stdout: error.stdout };
    throw error;
  });
  const entries = JSON.parse(stdout) as Record<string, unknown>[];
  const byFile = new Map(entries.map((entry) => [entry['SourceFile'], entry]));
  return files.map((file) => {
    const tags = Object.entries(byFile.get(file) ?? {}).filter(([tag]) => tag !== 'SourceFile');
    return new Map(tags.map(([tag, value]) => [tag, Array.isArray(value) ? value.join('; ') : String(value)]));
  });
}
