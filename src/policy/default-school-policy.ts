import { measuredMatching } from './words/measured-matching.ts';
import type { SchoolPolicy } from './words/school-policy.ts';

/** What holds until a school chooses otherwise: careful, with no devices or copyright holders listed. */
export const defaultSchoolPolicy: SchoolPolicy = {
  version: 'default-1',
  match: { ...measuredMatching.words, nearTie: 0.1, recognisablePx: 24 },
  faces: { certain: 0.5 },
  prominence: { faceShare: 0.25, frontality: 0.6 },
  attire: { swimwear: 0.5, water: 0.5, nudity: 0.5 },
  text: { readable: 0.6 },
  devices: [],
  copyrightHolders: [],
};
