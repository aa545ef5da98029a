const works = new Map<string, unknown>();
let ownerId: string | undefined;

/** Nobody leaves so much half done and comes back to the first. */
const mostKept = 50;

/** What was begun and not sent yet, by key; in this window's memory alone, and for one person. */
export const keptWork = {
  /** What somebody else began is gone. */
  belongTo: (personId: string): void => {
    if (personId === ownerId) return;
    works.clear();
    ownerId = personId;
  },
  find: (key: string): { readonly work: unknown } | undefined =>
    works.has(key) ? { work: works.get(key) } : undefined,
  keep: (key: string, work: unknown): void => {
    works.delete(key);
    works.set(key, work);
    if (works.size > mostKept) works.delete(works.keys().next().value!);
  },
  forget: (key: string): void => {
    works.delete(key);
  },
};
