/** What the service said of a file’s lines, with its own names of fields ('schoolNumber') put as people say them. */
export function nameFields(said: string, fields: Readonly<Record<string, string>>): string {
  return said.replace(/\b[a-z]+[A-Z]\w*\b/g, (word) => (Object.hasOwn(fields, word) ? fields[word]! : word));
}
