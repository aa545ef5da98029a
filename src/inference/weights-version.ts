/** Names exact weights in evidence and in templates: the start of their SHA-256, which is given in hexadecimal. */
export function weightsVersion(sha256: string): string {
  return sha256.slice(0, 12);
}
