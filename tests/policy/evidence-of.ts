import type {
  Evidence,
  EvidenceItem,
  EvidenceName,
  EvidenceValues,
  Face,
  FileEvidence,
  MetadataEvidence,
  TextRegion,
} from '../../src/policy/words/evidence.ts';
import type { Channel, Pupil, PupilName, RegisterEntry } from '../../src/policy/words/people.ts';
import type { Facts } from '../../src/policy/words/rule.ts';
import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';

export const website: Channel = { id: 'website', profile: 'strict', namesAllowed: false };

export function pupilOf(id: string, first: string, last: string, more: Partial<Pupil & PupilName> = {}): Pupil {
  const { preferred, others = [], className, dateOfBirth, siblings = [] } = more;
  return {
    id,
    name: { first, last, ...(preferred === undefined ? {} : { preferred }), others },
    ...(className === undefined ? {} : { className }),
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
    siblings,
  };
}

export function entryOf(pupil: Pupil, reason: RegisterEntry['reason'] = 'refused'): RegisterEntry {
  return { pupil, reason, channels: ['website'], biometric: 'granted' };
}

/** A group photo's face: certain, small, looking a little aside. */
export function faceAt(x: number, more: Partial<Face> & { readonly heightPx?: number } = {}): Face {
  const { heightPx = 120, ...rest } = more;
  const point = { x: x + 10, y: 110 };
  return {
    box: { x, y: 100, width: heightPx * 0.8, height: heightPx },
    score: 0.98,
    landmarks: { eyeLeft: point, eyeRight: point, nose: point, mouthLeft: point, mouthRight: point },
    sizePx: heightPx * 0.8,
    frontality: 0.5,
    sharpness: 0.7,
    ...rest,
  };
}

/** A line of text 40 px high at a place. */
export function textAt(x: number, y: number, text: string, more: Partial<TextRegion> = {}): TextRegion {
  const width = text.length * 20;
  const quad = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + 40 },
    { x, y: y + 40 },
  ] as const;
  return { text, quad, score: 0.95, kind: 'other', ...more };
}

export const plainFile: FileEvidence = {
  name: 'IMG_2034.JPG',
  bytes: 3_500_000,
  sha256: 'a'.repeat(64),
  kind: 'jpeg',
  width: 4000,
  height: 3000,
  animated: false,
  mislabelled: false,
  perceptualHash: '0123456789abcdef',
};

export const noMetadata: MetadataEvidence = {
  gps: null,
  takenAt: null,
  cameraMake: null,
  cameraModel: null,
  serialNumber: null,
  owner: null,
  copyright: null,
  software: null,
  captions: [],
  keywords: [],
  people: [],
  hasThumbnail: false,
  trailingBytes: 0,
  items: [],
  summary: null,
};

export const landscape: EvidenceValues = {
  file: plainFile,
  metadata: noMetadata,
  clean: { sha256: 'b'.repeat(64), bytes: 2_000_000, width: 4000, height: 3000, format: 'jpeg' },
  faces: [],
  match: { compared: [], faces: [] },
  attire: { swimwear: 0.01, water: 0.02, people: [] },
  nudity: { score: 0.001 },
  text: [],
};

export function observed<Value>(value: Value): EvidenceItem<Value> {
  return { status: 'observed', detector: 'test', version: '1', value };
}

/** Evidence of a photo in which nothing was found but what is given. */
export function evidenceOf(values: Partial<EvidenceValues> = {}): Evidence {
  const all = { ...landscape, ...values };
  return {
    file: observed(all.file),
    metadata: observed(all.metadata),
    clean: observed(all.clean),
    faces: observed(all.faces),
    match: observed(all.match),
    attire: observed(all.attire),
    nudity: observed(all.nudity),
    text: observed(all.text),
  };
}

export const evidenceNames = Object.keys(landscape) as EvidenceName[];

export const failed = {
  status: 'failed',
  detector: 'test',
  version: '1',
  error: { code: 'timed-out', message: 'The check took too long and was stopped.' },
} as const;

export const off = { status: 'off', why: 'the administrator turned it off' } as const;

export function factsOf(more: Partial<Facts> = {}): Facts {
  const register = more.register ?? [];
  const roll = more.roll ?? register.map((entry) => entry.pupil);
  const rest = {
    channels: [website],
    offRoll: [],
    policy: defaultSchoolPolicy,
    title: '',
    caption: '',
    altText: '',
    doubts: [],
  };
  return { ...rest, ...more, register, roll };
}
