import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** A list of the sample school as it lies in data/sample: its bytes, and its lines by heading. */
export function readSampleList(name: 'pupils' | 'families') {
  const bytes = readFileSync(path.join(import.meta.dirname, '..', '..', 'data', 'sample', `${name}.csv`));
  const lines = parse(bytes, { columns: true }) as unknown as readonly Readonly<Record<string, string>>[];
  return { bytes, lines };
}
