import { readFile } from 'node:fs/promises';
import type { UploadedFile } from '../../http/route.ts';
import { AppError } from '../../lib/app-error.ts';
import { decodeTable } from '../../lib/decode-table.ts';

/** How the files of Excel (both kinds), Numbers and LibreOffice begin. */
const spreadsheets = ['504b0304', 'd0cf11e0'];

/** An uploaded list as bytes and as text. Throws `import-has-problems` for a spreadsheet that was not saved as CSV. */
export async function readListFile({ path }: UploadedFile): Promise<{ readonly bytes: Buffer; readonly text: string }> {
  const bytes = await readFile(path);
  if (spreadsheets.includes(bytes.subarray(0, 4).toString('hex'))) {
    const message = 'this is a spreadsheet: open it and save it as CSV first';
    throw new AppError('import-has-problems', { fields: [{ path: 'line 1', message }] });
  }
  return { bytes, text: decodeTable(bytes) };
}
