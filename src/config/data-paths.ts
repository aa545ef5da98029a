import path from 'node:path';

/** Where things lie in the data folder. */
export function dataPaths(dataFolder: string) {
  return {
    database: path.join(dataFolder, 'photoward.db'),
    files: path.join(dataFolder, 'files'),
    key: path.join(dataFolder, 'photoward.key'),
    packs: path.join(dataFolder, 'models'),
    lock: path.join(dataFolder, 'serving.lock'),
  };
}
