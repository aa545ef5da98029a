import { clampBox, type Box } from '../../lib/geometry.ts';
import type { Face } from '../../policy/words/evidence.ts';
import type { Detector, DecodedPhoto } from '../detector.ts';
import { openPackFor } from '../../inference/packs/open-pack.ts';
import type { Model } from '../../inference/open-model.ts';
import { describeFace } from './describe-face.ts';
import type { FaceNets } from './face-nets.ts';
import { joinCandidates, type JoinedFace } from './join-candidates.ts';
import { keepBest, sureFace } from './keep-best.ts';
import { locateLandmarks, type FoundFace } from './locate-landmarks.ts';
import { lookAtPhoto } from './look-at-photo.ts';
import { openFaceBoxes } from './open-faceboxes.ts';
import { openLandmark68 } from './open-landmark68.ts';
import { openLandmarkNet } from './open-landmark-net.ts';
import { openSsd } from './open-ssd.ts';
import { openUltraFace, type Candidate } from './open-ultraface.ts';
import { createYuNet } from './open-yunet.ts';
import { sourceNames, sources, type SourceName } from './sources.ts';
import { turnBoxBack, turnPhoto, type QuarterTurns } from './turn-photo.ts';

export type OperatingPoint = 'careful' | 'quick';

/** Faces from here up are reported: careful misses few and shows some false boxes. */
const leastProbability: Readonly<Record<OperatingPoint, number>> = { careful: 0.11, quick: 0.3 };
/** Smaller boxes are not faces anybody could recognise, and most false boxes are among them. */
const leastSizePx = 14;
/** With fewer sure faces than these, UltraFace looks at the photo in three more rotations. */
const few = 3;
/** A face seen only in a rotation must be surer: most photos are upright. */
const leastTurned = 0.95;
const turnedSources: readonly SourceName[] = ['ultraFace160', 'ultraFace320', 'ultraFace640'];
const uprightNets: Readonly<Record<OperatingPoint, readonly string[]>> = {
  careful: ['ultraface', 'ssd', 'faceboxes', 'yunet'],
  quick: ['ultraface', 'yunet'],
};

/** Finds faces, and describes one that a person pointed at. */
export interface FaceDetector extends Detector<'faces'> {
  readonly describeBox: (photo: DecodedPhoto, box: Box) => Promise<Face>;
}

/**
 * Finds faces with three nets at several sizes, and with YuNet where that pack is in use in `packsFolder` (or handed over as
 * `pack`, loaded). `careful` is the default; `quick` leaves the slower nets out. Throws `model-missing` or `model-altered`.
 */
export async function createFaceDetector({
  operatingPoint = 'careful',
  packsFolder,
  pack,
}: {
  readonly operatingPoint?: OperatingPoint;
  readonly packsFolder?: string | undefined;
  readonly pack?: Model;
} = {}): Promise<FaceDetector> {
  const [ultraface, ssd, faceboxes, first, second] = await Promise.all([
    openUltraFace(),
    openSsd(),
    openFaceBoxes(),
    openLandmarkNet(),
    openLandmark68(),
  ]);
  const added = pack ?? (await openPackFor('detection', packsFolder));
  const yunet = added === undefined ? undefined : createYuNet(added);
  const nets: FaceNets = { ultraface, ssd, faceboxes, yunet };
  const looks = sourceNames.filter((source) => {
    const { net } = sources[source];
    return uprightNets[operatingPoint].includes(net) && nets[net] !== undefined;
  });
  return {
    id: `faces-${operatingPoint}`,
    version: [ultraface, ssd, faceboxes, first, second, ...(yunet === undefined ? [] : [yunet])]
      .map((net) => net.version)
      .join('+'),
    observes: 'faces',
    needs: [],
    describeBox: async (photo, box) =>
      describeFace(photo, await locateLandmarks(photo, { box, score: 1, angle: 0 }, [first, second])),
    observe: async (photo, _, signal) => {
      const upright = await findUpright(photo, looks, nets, signal);
      const found: FoundFace[] = upright.map((face) => ({ ...face, angle: 0 }));
      if (found.filter(({ score }) => score >= sureFace).length < few) {
        found.push(...(await findTurned(photo, nets, signal)));
      }
      const { width, height } = photo.full;
      const located = [];
      for (const face of found) {
        signal.throwIfAborted();
        const box = clampBox(face.box, width, height);
        if (face.score < leastProbability[operatingPoint] || Math.min(box.width, box.height) < leastSizePx) continue;
        located.push(await locateLandmarks(photo, { ...face, box }, [first, second]));
      }
      const faces = [];
      for (const face of keepBest(located)) faces.push(await describeFace(photo, face));
      return faces;
    },
  };
}

async function findUpright(
  photo: DecodedPhoto,
  looks: readonly SourceName[],
  nets: FaceNets,
  signal: AbortSignal,
): Promise<JoinedFace[]> {
  const found: Partial<Record<SourceName, Candidate[]>> = {};
  for (const source of looks) found[source] = await lookAtPhoto(photo, source, nets, signal);
  return joinCandidates(found, Math.max(photo.full.width, photo.full.height));
}

async function findTurned(photo: DecodedPhoto, nets: FaceNets, signal: AbortSignal): Promise<FoundFace[]> {
  const longEdgePx = sources.ultraFace640.longEdgePx;
  const found: FoundFace[] = [];
  for (const turns of [1, 2, 3] as const satisfies readonly QuarterTurns[]) {
    const turned = await turnPhoto(photo, turns, longEdgePx);
    const factor = Math.max(photo.full.width, photo.full.height) / Math.max(turned.full.width, turned.full.height);
    const { width, height } = photo.full;
    for (const { box, score } of await findUpright(turned, turnedSources, nets, signal)) {
      if (score < leastTurned) continue;
      const inPhoto = { x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor };
      found.push({ box: turnBoxBack(inPhoto, turns, width, height), score, angle: (-turns * Math.PI) / 2 });
    }
  }
  return found;
}
