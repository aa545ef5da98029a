import { deserialize, serialize } from 'node:v8';
import type { ReferenceTemplate } from '../detectors/engines/face-engine.ts';
import { AppError } from '../lib/app-error.ts';

/** A template as bytes, to be sealed under `template/<row id>` before it is written anywhere. */
export function templateToBytes(template: ReferenceTemplate): Buffer {
  return serialize(template);
}

/** The template in bytes that were sealed by us. Throws `file-damaged` when they are none. */
export function templateFromBytes(bytes: Uint8Array): ReferenceTemplate {
  let value: unknown;
  try {
    value = deserialize(bytes);
  } catch (cause) {
    throw new AppError('file-damaged', { cause });
  }
  if (typeof value !== 'object' || value === null) throw new AppError('file-damaged');
  return value;
}
