import { clampBox, scaleBox, type Box } from '../../lib/geometry.ts';
import type { Face } from '../../policy/words/evidence.ts';
import type { Detector, DecodedPhoto } from '../detector.ts';
import type { PacksInUse } from '../../inference/packs/pack-choice.ts';
import type { Model } from '../../inference/open-model.ts';
import type { Candidate } from './candidate.ts';
import { confirmLargeFaces } from './confirm-large-faces.ts';
import { describeFace } from './describe-face.ts';
import { evenOut } from './even-out.ts';
import { openFaceNets, type FaceNets } from './open-face-nets.ts';
import { joinCandidates, type JoinedFace } from './join-candidates.ts';
import { isSurelyUpright, keepBest } from './keep-best.ts';
import { leastProbability, type OperatingPoint } from './least-probability.ts';
import { locateHead } from './locate-head.ts';
import { locateLandmarks, type FoundFace, type LocatedFace } from './locate-landmarks.ts';
import { lookAtPhoto } from './look-at-photo.ts';
import { openLandmark68 } from './open-landmark68.ts';
import { openLandmarkNet } from './open-landmark-net.ts';
import { sourceNames, sources, type SourceName } from './sources.ts';
import { turnBoxBack, turnPhoto, type QuarterTurns } from './turn-photo.ts';

/** With fewer surely upright faces than these, UltraFace looks at the photo in three more rotations. */
const few = 3;
/** A face seen only in a rotation must be surer: most photos are upright. */
const leastTurned = 0.95;
/** A box of which less lies in the photo says nothing of a face: what is left of it is a strip along the edge. */
const leastInside = 0.5;
const turnedSources: readonly SourceName[] = ['ultraFace160', 'ultraFace320', 'ultraFace640'];

/** Finds faces, and describes one that a person pointed at. */
export interface FaceDetector extends Detector<'faces'> {
  readonly describeBox: (photo: DecodedPhoto, box: Box) => Promise<Face>;
}

/**
 * Finds faces with two nets at several sizes, and with YuNet where that pack is in use in `packs` (or handed over
 * as `pack`, loaded). `careful` is the default; `quick` leaves the slower net out. Throws `model-missing` or
 * `model-altered`.
 */
export async function createFaceDetector({
  operatingPoint = 'careful',
  packs,
  pack,
}: {
  readonly operatingPoint?: OperatingPoint;
  readonly packs?: PacksInUse | undefined;
  readonly pack?: Model;
} = {}): Promise<FaceDetector> {
  const [nets, ...landmarkNets] = await Promise.all([
    openFaceNets({ operatingPoint, packs, pack }),
    openLandmarkNet(),
    openLandmark68(),
  ]);
  const looks = sourceNames.filter((source) => nets[sources[source].net] !== undefined);
  return {
    id: `faces-${operatingPoint}`,
    version: [nets.ultraface, nets.faceboxes, ...landmarkNets, nets.yunet]
      .flatMap((net) => net?.version ?? [])
      .join('+'),
    observes: 'faces',
    needs: [],
    describeBox: async (photo, box) =>
      describeFace(photo, await locateHead(await evenOut(photo), { box, score: 1 }, landmarkNets)),
    observe: async (photo, _, signal) => {
      const seen = await evenOut(photo);
      const worthLocating = { photo: seen, operatingPoint, signal };
      const upright = await findUpright(seen, looks, nets, signal);
      const located = await locateAll(upright, worthLocating, (face) => locateHead(seen, face, landmarkNets));
      if (located.filter(isSurelyUpright).length < few) {
        const turned = await findTurned(seen, nets, signal);
        located.push(...(await locateAll(turned, worthLocating, (face) => locateLandmarks(seen, face, landmarkNets))));
      }
      const faces = [];
      for (const face of keepBest(located)) faces.push(await describeFace(photo, face));
      return faces;
    },
  };
}

/** Those faces that are worth reporting, with their points. */
async function locateAll<Found extends JoinedFace>(
  found: readonly Found[],
  {
    photo: { full },
    operatingPoint,
    signal,
  }: { readonly photo: DecodedPhoto; readonly operatingPoint: OperatingPoint; readonly signal: AbortSignal },
  locate: (face: Found) => Promise<LocatedFace>,
): Promise<LocatedFace[]> {
  const located = [];
  for (const face of found) {
    signal.throwIfAborted();
    const box = clampBox(face.box, full.width, full.height);
    if (box.width * box.height < leastInside * face.box.width * face.box.height) continue;
    const sizePx = Math.min(box.width, box.height);
    if (face.score < leastProbability(operatingPoint, sizePx, Math.max(full.width, full.height))) continue;
    located.push(await locate({ ...face, box }));
  }
  return located;
}

async function findUpright(
  photo: DecodedPhoto,
  looks: readonly SourceName[],
  nets: FaceNets,
  signal: AbortSignal,
): Promise<JoinedFace[]> {
  const found: Partial<Record<SourceName, Candidate[]>> = {};
  for (const source of looks) found[source] = await lookAtPhoto(photo, source, nets, signal);
  const faces = joinCandidates(found, Math.max(photo.full.width, photo.full.height));
  const { faceBoxes1024, faceBoxes2048 } = found;
  if (nets.faceboxes === undefined || faceBoxes1024 === undefined || faceBoxes2048 === undefined) return faces;
  const seen = [...faceBoxes1024, ...faceBoxes2048];
  return confirmLargeFaces(faces, photo, { net: nets.faceboxes, seen }, signal);
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
      found.push({
        box: turnBoxBack(scaleBox(box, factor), turns, width, height),
        score,
        angle: (-turns * Math.PI) / 2,
      });
    }
  }
  return found;
}
