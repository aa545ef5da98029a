/** What a first check may have said of a photo, from the ground of the plot up. */
export const weekKinds = ['clear', 'review', 'block', 'unchecked'] as const;

export type WeekKind = (typeof weekKinds)[number];
