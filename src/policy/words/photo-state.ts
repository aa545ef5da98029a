/** Where a photo is on its journey; what leads from one to the next is in the journey's transition table. */
export const photoStates = [
  'received',
  'screening',
  'clear',
  'flagged',
  'approved',
  'rejected',
  'released',
  'takedown-due',
  'taken-down',
] as const;

export type PhotoState = (typeof photoStates)[number];
