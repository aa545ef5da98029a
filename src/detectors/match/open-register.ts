import type { MatchScale } from '../../policy/words/match-measurement.ts';
import { compareWithTemplate, dotProduct, joinLikeness, sumOf, toUnit, type Comparable } from './compare-vectors.ts';
import type { FaceTemplate } from './face-template.ts';
import { shippedNets, type ComparedNet } from './likeness-model.ts';
import { steadyByOthers } from './steady-by-others.ts';

/** With fewer other pupils than this they say too little about what the school's faces have in common. */
const leastOthers = 10;
/** How much of what the other pupils have in common is taken off. */
const share = 0.6;

/** The pupils of a gallery, ready to be compared with faces. */
export interface Register {
  /** Which of the two measured scales its likenesses are on: `register` from eleven pupils up, else `alone`. */
  readonly scale: MatchScale;
  /** Raw likeness of a face to each pupil, in the order they were given. */
  readonly compare: (face: Comparable) => number[];
}

/**
 * Children look alike to the nets, and so do photos from one camera. What the pupils of a school have in common tells
 * nobody apart, so most of it is taken off face and pupil before they are compared: for each pupil the mean of all
 * others. Then likenesses are lowered for a face that is like many. The other pupils of the gallery are enough for both;
 * no strangers' faces are kept. A small gallery is compared as it is.
 */
export function openRegister(
  templates: readonly Pick<FaceTemplate, 'vectors'>[],
  nets: readonly ComparedNet[] = shippedNets,
): Register {
  if (templates.length <= leastOthers) {
    const compare = (face: Comparable) => templates.map(({ vectors }) => compareWithTemplate(face, vectors, nets));
    return { scale: 'alone', compare };
  }
  const centred = nets.map(({ vectorOf }) => {
    const cosinesOf = centreOnOthers(templates.map(({ vectors }) => vectors.map(vectorOf)));
    return (face: Comparable) => cosinesOf(vectorOf(face));
  });
  return {
    scale: 'register',
    compare: (face) => {
      const byNet = centred.map((cosinesOf) => cosinesOf(face));
      const likenesses = templates.map((_, at) =>
        likenessOf(
          byNet.map((cosines) => cosines[at]!),
          nets,
        ),
      );
      return steadyByOthers(likenesses);
    },
  };
}

/** One net's cosines of a face with a pupil's photos, in their order, and with their mean. */
interface Cosines {
  readonly photos: readonly number[];
  readonly mean: number;
}

/** Of a face and one pupil, from what each net says. */
function likenessOf(byNet: readonly Cosines[], nets: readonly ComparedNet[]): number {
  const join = (cosineOf: (cosines: Cosines) => number): number => joinLikeness(byNet.map(cosineOf), nets);
  const photos = byNet[0]!.photos.map((_, photo) => join((cosines) => cosines.photos[photo]!));
  return (Math.max(...photos) + join(({ mean }) => mean)) / 2;
}

/**
 * For the unit vectors of one net: the cosines of a vector with those of each pupil, after what the other pupils have in
 * common, `c`, was taken off both. With unit vectors `r` made of `reference - c`, the cosine is
 * `(v·r - c·r) / |v - c|`, so that nothing but `v·r` is long work for a new face.
 */
function centreOnOthers(pupils: readonly (readonly Float32Array[])[]): (vector: Float32Array) => Cosines[] {
  const means = pupils.map((references) => toUnit(sumOf(references)));
  const total = sumOf(means);
  const prepared = pupils.map((references, at) => {
    const common = total.map((value, i) => (share * (value - means[at]![i]!)) / (pupils.length - 1));
    const centred = references.map((reference) => toUnit(reference.map((value, i) => value - common[i]!)));
    const rows = [...centred, toUnit(sumOf(centred))].map((row) => ({ row, offset: dotProduct(common, row) }));
    return { common, lengthSquared: dotProduct(common, common), rows };
  });
  return (vector) =>
    prepared.map(({ common, lengthSquared, rows }) => {
      const distance = Math.sqrt(Math.max(1 - 2 * dotProduct(vector, common) + lengthSquared, Number.EPSILON));
      const cosines = rows.map(({ row, offset }) => (dotProduct(vector, row) - offset) / distance);
      return { photos: cosines.slice(0, -1), mean: cosines.at(-1)! };
    });
}
