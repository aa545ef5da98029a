import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A build step for a net that is ONNX already: its bytes, unchanged. `file` is the path inside the package. */
export function copyOnnx(file: string): (packageFolder: string) => Promise<Uint8Array> {
  return (packageFolder) => readFile(path.join(packageFolder, file));
}
