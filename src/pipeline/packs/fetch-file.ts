import { AppError } from '../../lib/app-error.ts';

const patienceMs = 15 * 60 * 1000;

/**
 * Fetches one file, only ever because somebody asked for it. Reads no more than `mostBytes`. Throws `pack-unreachable`,
 * `pack-refused` when there is more, and `aborted`.
 */
export async function fetchFile(address: string, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) });
    if (!answer.ok || answer.body === null) throw new Error(`answer ${answer.status}`);
    return await readAll(answer.body.getReader(), mostBytes);
  } catch (cause) {
    if (signal.aborted) throw new AppError('aborted', { cause });
    if (cause instanceof AppError) throw cause;
    throw new AppError('pack-unreachable', { cause, detail: address });
  }
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > mostBytes) {
      await reader.cancel();
      throw new AppError('pack-refused', { detail: `more than ${mostBytes} bytes` });
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
