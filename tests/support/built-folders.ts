import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/** Where `build-once.ts` puts the sources as plain JavaScript: a third of the start-up time of tsx. */
export const builtRoot = path.join(root, 'node_modules', '.cache', 'photoward-tests');
export const builtFolder = path.join(builtRoot, 'src');
export const builtSupportFolder = path.join(builtRoot, 'tests', 'support');
