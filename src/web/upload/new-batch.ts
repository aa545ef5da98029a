import type { BodySent } from '../../contract/endpoint.ts';
import type { uploadEndpoints } from '../../contract/uploads.ts';

export type ChecklistAnswer = 'yes' | 'no' | 'not-sure';

/** A batch as it is being filled in. `who` is null until it is said: nothing is assumed. */
export interface NewBatch {
  readonly title: string;
  readonly eventDate: string;
  readonly channels: readonly string[];
  readonly who: 'whole-school' | 'groups' | null;
  readonly classes: readonly string[];
  readonly years: readonly string[];
  readonly caption: string;
  readonly altText: string;
  readonly answers: Readonly<Record<string, ChecklistAnswer>>;
}

export const emptyBatch: NewBatch = {
  title: '',
  eventDate: '',
  channels: [],
  who: null,
  classes: [],
  years: [],
  caption: '',
  altText: '',
  answers: {},
};

/** What is sent. Classes count only where not the whole school was there. */
export function requestOf(batch: NewBatch): BodySent<typeof uploadEndpoints.open> {
  const { title, eventDate, channels, who, classes, years, caption, altText, answers } = batch;
  const isGroups = who === 'groups';
  return {
    title,
    eventDate,
    channels: [...channels],
    roll: {
      wholeSchool: who === 'whole-school',
      classes: isGroups ? [...classes] : [],
      years: isGroups ? [...years] : [],
      pupils: [],
    },
    caption,
    altText,
    checklist: Object.entries(answers).map(([id, answer]) => ({ id, answer })),
  };
}
