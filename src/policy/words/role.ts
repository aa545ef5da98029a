/** What a person may be; one person may hold several. `dsl` is the designated safeguarding lead. */
export const roles = ['staff', 'office', 'moderator', 'dsl', 'admin'] as const;

export type Role = (typeof roles)[number];
