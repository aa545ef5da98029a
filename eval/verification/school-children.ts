/** Which portraits of children are compared, in years. */
export const schoolAges = { from: 4, to: 17 } as const;

/** A child is compared with photos of at most so many years before or after. */
export const mostYearsApart = 3;
