import type { MatchMeasurement } from '../../policy/words/match-measurement.ts';
import { measuredMatching } from '../../policy/words/measured-matching.ts';
import type { Comparable } from './compare-vectors.ts';

/** One net's part in a raw likeness: which vector is compared, and how much its cosine counts. */
export interface ComparedNet {
  readonly vectorOf: (face: Comparable) => Float32Array;
  readonly weight: number;
}

/** What a raw likeness is made of, and what is known of such likenesses. */
export interface LikenessModel {
  /** Names what was measured in the version of the evidence; null for the shipped nets, whose version says it. */
  readonly name: string | null;
  readonly nets: readonly ComparedNet[];
  readonly measured: MatchMeasurement;
  /** A face whose best score at a glance is below this is not looked at again. */
  readonly clearBelow: number;
}

/** The two shipped nets; the descriptor's cosines lie closer together and count twice. */
export const shippedNets: readonly ComparedNet[] = [
  { vectorOf: ({ feature }) => feature, weight: 1 },
  { vectorOf: ({ descriptor }) => descriptor, weight: 2 },
];

export const shippedLikeness: LikenessModel = {
  name: null,
  nets: shippedNets,
  measured: measuredMatching,
  // The mirror image moves a likeness by less than what then lies between the score and `possible` (docs/accuracy.md).
  clearBelow: measuredMatching.words.possible / 2,
};

/** The net of a matching pack. Throws a RangeError for a face that was described without the pack. */
export function packNet(weight: number): ComparedNet {
  const vectorOf = ({ added }: Comparable): Float32Array => {
    if (added === undefined) throw new RangeError('the face was described without the pack');
    return added;
  };
  return { vectorOf, weight };
}

/**
 * The shipped nets and a pack's. The weights are measured so that the pack says as much as the shipped nets together, and
 * strangers' likenesses lie as far apart as without it: what is added for faces of which little was seen keeps its size.
 */
export function netsWithPack({ shipped, pack }: { readonly shipped: number; readonly pack: number }): ComparedNet[] {
  return [...shippedNets.map((net) => ({ ...net, weight: net.weight * shipped })), packNet(pack)];
}
