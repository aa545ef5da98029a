import { AppError } from '../../lib/app-error.ts';
import type { Face, FaceMatch, MatchCandidate } from '../../policy/words/evidence.ts';
import type { LikenessScale } from '../../policy/words/match-measurement.ts';
import type { DecodedPhoto, Detector } from '../detector.ts';
import { calibrateLikeness } from './calibrate-likeness.ts';
import type { GalleryEntry } from './gallery.ts';
import type { FaceEmbedder, FaceVectors } from './open-face-embedder.ts';
import type { LikenessModel } from './likeness-model.ts';
import { openRegister } from './open-register.ts';
import { sayingOf } from './saying-of.ts';
import { isTooHidden, whyIncomparable } from './why-incomparable.ts';

const mostCandidates = 5;

/**
 * Compares every usable face of a photo with every pupil of the gallery. Nothing of a photo is kept. A pupil with aged
 * reference photos may be a candidate but is not among those `compared`: a person looks for them. Throws
 * `model-altered` when a template was made by other nets than the embedder's: such vectors mean nothing together.
 */
export function createMatchDetector(
  embedder: FaceEmbedder,
  gallery: readonly GalleryEntry[],
): Promise<Detector<'match', 'faces'>> {
  const stale = gallery.find(({ template }) => template.model !== embedder.model);
  if (stale !== undefined) {
    return Promise.reject(new AppError('model-altered', { detail: 'a template was made by another model' }));
  }
  const { rank, saying } = openRanking(embedder.likeness, gallery);
  const matchFace = async (photo: DecodedPhoto, face: Face): Promise<FaceMatch> => {
    const incomparable = whyIncomparable(face);
    if (incomparable !== null || gallery.length === 0) return { incomparable, candidates: [] };
    const glance = await embedder.glance(photo, face.landmarks);
    const atFirst = rank(glance.vectors);
    const isClear = atFirst[0]!.score < embedder.likeness.clearBelow;
    const seen = isClear ? glance.vectors : await glance.complete();
    const candidates = isClear ? atFirst : rank(seen);
    return {
      incomparable: isTooHidden(face, seen) ? 'too-hidden' : null,
      candidates,
      ...saying(candidates),
    };
  };
  return Promise.resolve({
    id: 'match',
    version: [embedder.model, ...(embedder.likeness.name === null ? [] : [embedder.likeness.name])].join('/'),
    observes: 'match',
    needs: ['faces'],
    observe: async (photo, { faces }, signal) => {
      const matches: FaceMatch[] = [];
      for (const face of faces) {
        signal.throwIfAborted();
        matches.push(await matchFace(photo, face));
      }
      return { compared: gallery.filter(({ isAged }) => isAged !== true).map(({ pupil }) => pupil), faces: matches };
    },
  });
}

interface Ranking {
  /** The pupils whom a face is most like. */
  readonly rank: (face: FaceVectors) => MatchCandidate[];
  /** What is to be known of their scores. */
  readonly saying: (candidates: readonly MatchCandidate[]) => Pick<FaceMatch, 'scale' | 'errors'>;
}

function openRanking(likeness: LikenessModel, gallery: readonly GalleryEntry[]): Ranking {
  const { nets, measured } = likeness;
  const templates = gallery.map(({ template }) => template);
  const { scale, compare } = openRegister(templates, nets);
  const said = sayingOf(likeness, scale);
  return {
    rank: (face) => rankPupils(gallery, measured.scales[scale], compare(face), face.strength),
    saying: ([best]) => (best!.score >= measured.words.possible ? said : { scale }),
  };
}

/** The pupils whom a face is most like, best first; by their own likeness where it was raised to the same score. */
function rankPupils(
  gallery: readonly GalleryEntry[],
  scale: LikenessScale,
  likenesses: readonly number[],
  strength: number,
): MatchCandidate[] {
  // Sorted among numbers, one that is none could hide anybody.
  if (!likenesses.every(Number.isFinite)) throw new AppError('model-unsound');
  return gallery
    .map(({ pupil, ageYears, isAged }, at) => {
      const likeness = { likeness: likenesses[at]!, ageYears };
      const own = calibrateLikeness({ ...likeness, strength: Infinity }, scale);
      const score = calibrateLikeness({ ...likeness, strength }, scale);
      return { pupil, score, own, isAged: isAged === true, isLifted: score > own };
    })
    .sort((a, b) => b.score - a.score || b.own - a.own)
    .slice(0, mostCandidates)
    .map(({ pupil, score, isAged, isLifted }) => ({
      pupil,
      score,
      ...(isAged ? { isAged } : {}),
      ...(isLifted ? { isLifted } : {}),
    }));
}
