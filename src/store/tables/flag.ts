/** Yes or no in a column: 1 or 0, because SQLite has no boolean. */
export type Flag = 0 | 1;
