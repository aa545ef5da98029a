/** Which error an answer tells; undefined when it tells none. */
export function codeOf(reply: { readonly json: unknown }): string | undefined {
  return (reply.json as { readonly error?: { readonly code: string } }).error?.code;
}
