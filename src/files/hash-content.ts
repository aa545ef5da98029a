import { createHash } from 'node:crypto';

/** SHA-256 in hex of bytes that come in pieces. */
export async function hashContent(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  return hash.digest('hex');
}
