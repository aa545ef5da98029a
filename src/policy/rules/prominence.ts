import type { FileEvidence, Face } from '../words/evidence.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { certainFaces } from '../matching/certain-faces.ts';
import { isStrict } from '../matching/channel-care.ts';
import { findingOf } from '../finding-of.ts';

/**
 * The one face that dominates the photo: large, face-on, and with no other face at least half its height. Null when
 * there is none. The share is of the photo's shorter side.
 */
export function prominentFace(faces: readonly Face[], file: FileEvidence, facts: Facts): number | null {
  const { faceShare, frontality } = facts.policy.prominence;
  const shorterSidePx = Math.min(file.width, file.height);
  const certain = new Set(certainFaces(faces, facts));
  const largest = faces.reduce((best, face) => (certain.has(face) ? Math.max(best, face.box.height) : best), 0);
  const dominant = faces.flatMap((face, index) => (certain.has(face) && face.box.height * 2 >= largest ? [index] : []));
  const [only, second] = dominant;
  if (only === undefined || second !== undefined || largest < faceShare * shorterSidePx) return null;
  return faces[only]!.frontality >= frontality ? only : null;
}

/** A single large face-on child, which guidance asks schools to avoid on public channels. */
export const prominenceRule: Rule<'faces' | 'file'> = {
  id: 'prominence',
  asks: 'whether one child stands out face-on',
  needs: ['faces', 'file'],
  judge: ({ faces, file }, facts) => {
    const index = isStrict(facts) ? prominentFace(faces, file, facts) : null;
    if (index === null) return [];
    const reason = 'One large face looks straight at the camera. A group, or a view over the shoulder, is safer here.';
    return [findingOf({ code: 'prominence/single-face', severity: 'review', subject: `face ${index + 1}`, reason })];
  },
};
