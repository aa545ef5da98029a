/** How often lists of what must come down or be looked at are read again, since they change by themselves. */
export const readAgainMs = 15_000;
