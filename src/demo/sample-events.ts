import { bySchoolCamera, byTelephone } from './picture-metadata.ts';
import type { SampleKey } from './sample-people.ts';
import type { Scene } from './take-picture.ts';

const metadata = bySchoolCamera;
const scene = (sample: Scene['sample'], left: number, top: number, width: number, height: number): Scene => ({
  ...{ sample, metadata, cut: { left, top, width, height } },
});

/** A field, drawn with its horizon at this height, or a scene. */
export type Picture = { readonly fieldAtPx: number } | Scene;

/** A batch of the sample school, and which moment of a photo's journey it shows. */
export interface SampleEvent {
  readonly shows: 'clear' | 'flagged' | 'decided' | 'released' | 'takedown' | 'draft' | 'line-up';
  readonly by: SampleKey & ('staff' | 'staff2');
  readonly title: string;
  /** Days before today. */
  readonly daysAgo: number;
  readonly channels: readonly string[];
  readonly classes: readonly string[];
  /** School numbers of pupils named one by one. */
  readonly pupils: readonly string[];
  readonly caption: string;
  readonly altText: string;
  readonly pictures: Readonly<Record<string, Picture>>;
}

/** Every batch, in the order of upload. */
export const sampleEvents: readonly SampleEvent[] = [
  {
    ...{ shows: 'released', by: 'staff', title: 'Football match', daysAgo: 6, channels: ['newsletter'] },
    ...{ classes: ['1 Ash'], pupils: [], altText: 'Two children beside the pitch.' },
    caption: 'A draw in the last minute: well played, both teams.',
    pictures: {
      'P1010021.jpg': scene(6, 150, 250, 760, 640),
      'P1010022.jpg': { fieldAtPx: 500 },
    },
  },
  {
    ...{ shows: 'takedown', by: 'staff2', title: 'Open morning', daysAgo: 9, channels: ['website'] },
    ...{ classes: [], pupils: ['2041', '2042'], altText: 'Two children welcome visitors.' },
    caption: 'Our guides showed more than forty families around the school.',
    pictures: {
      'P1010102.jpg': scene(5, 700, 40, 760, 560),
      'P1010105.jpg': scene(6, 590, 250, 360, 440),
      'P1010107.jpg': { fieldAtPx: 430 },
    },
  },
  {
    ...{ shows: 'decided', by: 'staff2', title: 'Music evening', daysAgo: 4, channels: ['website'] },
    ...{ classes: ['5 Oak'], pupils: [], altText: 'Children after the concert.' },
    caption: 'Choir and strings filled the hall on Tuesday.',
    pictures: {
      'P1010201.jpg': scene(2, 830, 80, 900, 640),
      'P1010202.jpg': scene(4, 900, 60, 760, 720),
      'P1010203.jpg': scene(6, 1080, 200, 760, 640),
    },
  },
  {
    ...{ shows: 'flagged', by: 'staff', title: 'Harvest assembly', daysAgo: 2, channels: ['website', 'facebook'] },
    ...{ classes: ['6 Rowan'], pupils: [], altText: 'Children of 6 Rowan on the stage.' },
    caption: 'Thank you for three car-loads of gifts for the food bank.',
    pictures: {
      'P1010301.jpg': scene(3, 980, 120, 800, 700),
      'P1010302.jpg': { ...scene(6, 1080, 200, 740, 600), mirrored: true },
      'P1010303.jpg': { ...scene(4, 150, 0, 760, 720), badge: { words: 'Zofia Nowicka', left: 90, top: 560 } },
      'IMG_20260314.jpg': { ...scene(2, 760, 80, 900, 660), metadata: byTelephone },
      'P1010305.jpg': scene(3, 500, 130, 1300, 720),
    },
  },
  {
    ...{ shows: 'line-up', by: 'staff2', title: 'Library visit', daysAgo: 1, channels: ['website'] },
    ...{ classes: ['3 Cedar'], pupils: [], altText: 'Children choose books.' },
    caption: 'Every child of 3 Cedar came back with a book.',
    pictures: {
      'P1010401.jpg': scene(5, 540, 60, 900, 640),
      'P1010402.jpg': scene(6, 200, 270, 740, 600),
    },
  },
  {
    ...{ shows: 'clear', by: 'staff2', title: 'Autumn fair', daysAgo: 3, channels: ['newsletter'] },
    ...{ classes: ['5 Oak'], pupils: [], altText: 'Children at the fair.' },
    caption: 'The fair raised 412 pounds for new library books.',
    pictures: {
      'P1010501.jpg': { ...scene(6, 160, 260, 760, 600), mirrored: true },
      'P1010502.jpg': scene(6, 640, 240, 440, 440),
      'P1010503.jpg': { fieldAtPx: 560 },
    },
  },
  {
    ...{ shows: 'draft', by: 'staff', title: 'Science week', daysAgo: 0, channels: ['website', 'newsletter'] },
    ...{ classes: ['6 Rowan', '5 Oak'], pupils: [], altText: '' },
    caption: '',
    pictures: { 'P1010601.jpg': { fieldAtPx: 520 }, 'P1010602.jpg': scene(4, 200, 20, 740, 640) },
  },
];
