import { fromBuffer } from 'yauzl';

/** Every file in a ZIP, by its path in it. */
export function readZip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const files = new Map<string, Buffer>();
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (failed, stream) => {
          if (failed !== null) {
            reject(failed);
            return;
          }
          void stream.toArray().then((parts) => {
            files.set(entry.fileName, Buffer.concat(parts as Buffer[]));
            zip.readEntry();
          }, reject);
        });
      });
      zip.on('end', () => {
        resolve(files);
      });
      zip.readEntry();
    });
  });
}
