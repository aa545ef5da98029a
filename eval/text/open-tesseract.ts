import { createRequire } from 'node:module';
import path from 'node:path';
import { createWorker } from 'tesseract.js';

export interface PlainReader {
  /** The lines of text in a JPEG. */
  read(jpeg: Buffer): Promise<string[]>;
  close(): Promise<void>;
}

/** tesseract.js with its best English data, from packages, as a peer to compare with. */
export async function openTesseract(): Promise<PlainReader> {
  const data = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  const worker = await createWorker('eng', 1, {
    langPath: path.join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  });
  return {
    read: async (jpeg) => {
      const { data: page } = await worker.recognize(jpeg);
      return page.text.split('\n').filter((line) => line.trim() !== '');
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
