import type { SourceName } from './sources.ts';

/** What one source's answer adds to the log-odds at four sizes of the face. */
export interface SourceWeights {
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

/** Numbers of a logistic regression over what the sources say. */
export interface FaceWeights {
  readonly bias: number;
  readonly sources: Readonly<Partial<Record<SourceName, SourceWeights>>>;
}

/** Without and with YuNet: where it looks, too, the others count for less. */
export const faceWeights: { readonly shipped: FaceWeights; readonly withYuNet: FaceWeights } = {
  shipped: {
    bias: -3.623,
    sources: {
      ultraFace160: { seen: [-0.14, 0.439, 1.182, 1.069, 0.972], unseen: [-0.623, -0.561, -0.488, -0.424, -0.385] },
      ultraFace320: { seen: [0.109, 0.612, 1.053, 1.024, 0.931], unseen: [-0.551, -0.188, -0.269, -0.152, -0.133] },
      ultraFace640: { seen: [0.257, 0.584, 0.089, -0.301, -0.274], unseen: [-0.642, -0.253, -0.381, 0.09, 0.124] },
      ultraFace1024: { seen: [0.995, 0.477, -0.177, -0.52, -0.473], unseen: [-0.143, -0.486, 0.061, 0.319, 0.5] },
      ssd512: { seen: [0.439, 1.031, 1.066, 1.042, 1.079], unseen: [0.114, -0.273, 0.136, 0.636, 0.64] },
    },
  },
  withYuNet: {
    bias: -6.601,
    sources: {
      ultraFace160: { seen: [0.105, 0.326, 0.852, 0.717, 0.652], unseen: [-0.078, -0.093, 0.032, 0.031, 0.028] },
      ultraFace320: { seen: [-0.1, 0.134, 0.832, 1.046, 0.951], unseen: [-0.343, 0.005, -0.092, 0.049, 0.044] },
      ultraFace640: { seen: [-0.079, 0.323, 0.218, -0.157, -0.143], unseen: [-0.102, 0.273, -0.053, 0.264, 0.348] },
      ultraFace1024: { seen: [0.677, 0.235, 0.014, -0.192, -0.175], unseen: [0.353, -0.363, 0.112, 0.292, 0.541] },
      ssd512: { seen: [0.347, 0.594, 0.734, 0.666, 0.617], unseen: [0.545, 0.043, -0.009, 0.279, 0.302] },
      yunet1024: { seen: [1.407, 1.64, 1.381, 1.615, 2.161], unseen: [0.902, 0.692, 1.065, 0.979, 0.921] },
    },
  },
};
