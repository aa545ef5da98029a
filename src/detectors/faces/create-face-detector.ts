import { clampBox } from '../../lib/geometry.ts';
import type { Detector, DecodedPhoto } from '../detector.ts';
import { describeFace } from './describe-face.ts';
import { joinCandidates, type JoinedFace } from './join-candidates.ts';
import { lookAtPhoto } from './look-at-photo.ts';
import { openLandmark68 } from './open-landmark68.ts';
import { openLandmarkNet } from './open-landmark-net.ts';
import { openSsd, type Ssd } from './open-ssd.ts';
import { openUltraFace, type Candidate, type UltraFace } from './open-ultraface.ts';
import { sourceNames, sources, type SourceName } from './sources.ts';
import { turnBoxBack, turnPhoto, type QuarterTurns } from './turn-photo.ts';

export type OperatingPoint = 'careful' | 'quick';

/** Faces from here up are reported: careful misses few and shows some false boxes. */
const leastProbability: Readonly<Record<OperatingPoint, number>> = { careful: 0.09, quick: 0.3 };
/** Smaller boxes are not faces anybody could recognise, and most false boxes are among them. */
const leastSizePx = 14;
/** With fewer faces than `few` surer than `sure`, UltraFace looks at the photo in three more rotations. */
const [few, sure] = [3, 0.9];
/** A face seen only in a rotation must be surer: most photos are upright. */
const leastTurned = 0.95;
const turnedSources: readonly SourceName[] = ['ultraFace160', 'ultraFace320', 'ultraFace640'];
const uprightSources: Readonly<Record<OperatingPoint, readonly SourceName[]>> = {
  careful: sourceNames,
  quick: sourceNames.filter((source) => sources[source].net === 'ultraface'),
};

type FoundFace = JoinedFace & { readonly angle: number };
interface Nets {
  readonly ultraface: UltraFace;
  readonly ssd: Ssd;
}

/**
 * Finds faces with two nets at several sizes. `careful` is the default; `quick` leaves the slower net out. Throws `model-missing` or `model-altered`.
 */
export async function createFaceDetector({
  operatingPoint = 'careful',
}: { readonly operatingPoint?: OperatingPoint } = {}): Promise<Detector<'faces'>> {
  const [ultraface, ssd, first, second] = await Promise.all([
    openUltraFace(),
    openSsd(),
    openLandmarkNet(),
    openLandmark68(),
  ]);
  return {
    id: `faces-${operatingPoint}`,
    version: [ultraface, ssd, first, second].map((net) => net.version).join('+'),
    observes: 'faces',
    needs: [],
    observe: async (photo, _, signal) => {
      const upright = await findUpright(photo, uprightSources[operatingPoint], { ultraface, ssd }, signal);
      const found: FoundFace[] = upright.map((face) => ({ ...face, angle: 0 }));
      if (found.filter(({ score }) => score >= sure).length < few) {
        found.push(...(await findTurned(photo, { ultraface, ssd }, signal)));
      }
      const { width, height } = photo.full;
      const faces = [];
      for (const face of keepBest(found, leastProbability[operatingPoint])) {
        signal.throwIfAborted();
        const box = clampBox(face.box, width, height);
        if (Math.min(box.width, box.height) < leastSizePx) continue;
        faces.push(await describeFace(photo, { ...face, box }, [first, second]));
      }
      return faces;
    },
  };
}

async function findUpright(
  photo: DecodedPhoto,
  looks: readonly SourceName[],
  nets: Nets,
  signal: AbortSignal,
): Promise<JoinedFace[]> {
  const found: Partial<Record<SourceName, Candidate[]>> = {};
  for (const source of looks) found[source] = await lookAtPhoto(photo, source, nets, signal);
  return joinCandidates(found, Math.max(photo.full.width, photo.full.height));
}

async function findTurned(photo: DecodedPhoto, nets: Nets, signal: AbortSignal): Promise<FoundFace[]> {
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

/** Probable enough, and where rotations disagree about one place only one: a sure upright face, else the surest. */
function keepBest(found: readonly FoundFace[], least: number): FoundFace[] {
  const kept: FoundFace[] = [];
  for (const face of [...found].sort((a, b) => precedence(b) - precedence(a))) {
    const { box } = face;
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const isTaken = kept.some(
      ({ box: other, angle }) =>
        angle !== face.angle &&
        Math.abs(centre.x - other.x - other.width / 2) < other.width / 2 &&
        Math.abs(centre.y - other.y - other.height / 2) < other.height / 2,
    );
    if (face.score >= least && !isTaken) kept.push(face);
  }
  return kept;
}

function precedence({ score, angle }: FoundFace): number {
  return angle === 0 && score >= sure ? score + 1 : score;
}
