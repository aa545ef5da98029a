import type { SourceName } from './sources.ts';

/** What one source's answer adds to the log-odds at five sizes of the face. */
export interface SourceWeights {
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

/** Numbers of a logistic regression over what the sources say. */
export interface FaceWeights {
  readonly bias: number;
  readonly sources: Readonly<Partial<Record<SourceName, SourceWeights>>>;
}

/**
 * By the nets that look: UltraFace alone (`quick`, and turned photos), all shipped nets, and YuNet with them. Where
 * more nets look, each counts for less.
 */
export const faceWeights: Readonly<Record<'ultraFaceAlone' | 'shipped' | 'withYuNet', FaceWeights>> = {
  ultraFaceAlone: {
    bias: -4.779,
    sources: {
      ultraFace160: { seen: [-0.063, 0.699, 1.282, 0.863, 0.785], unseen: [-0.003, -0.204, 0.1, 0.084, 0.076] },
      ultraFace320: { seen: [0.344, 1.084, 1.092, 1.28, 1.164], unseen: [0.274, 0.116, -0.035, -0.108, -0.164] },
      ultraFace640: { seen: [0.258, 0.742, -0.084, 0.001, 0.001], unseen: [-0.531, 0.023, -0.164, 0.106, 0.01] },
      ultraFace1024: { seen: [1.079, 0.66, 0.125, 0.09, 0.082], unseen: [0.624, 0.409, 0.725, 0.637, 0.76] },
    },
  },
  shipped: {
    bias: -4.343,
    sources: {
      ultraFace160: { seen: [-0.363, 0.384, 1.075, 0.664, 0.604], unseen: [-0.369, -0.375, 0.063, 0.053, 0.048] },
      ultraFace320: { seen: [0.305, 0.864, 1.094, 1.298, 1.18], unseen: [0.424, 0.221, 0.039, -0.029, -0.086] },
      ultraFace640: { seen: [0.066, 0.526, 0.178, 0.141, 0.128], unseen: [-0.64, -0.289, -0.295, 0.113, 0.006] },
      ultraFace1024: { seen: [1.052, 0.532, -0.261, -0.366, -0.332], unseen: [0.668, -0.06, 0.285, 0.267, 0.469] },
      faceBoxes1024: { seen: [-0.12, 0.16, 0.467, 0.721, 1.159], unseen: [0.007, 0.004, -0.05, -0.168, -0.077] },
      faceBoxes2048: { seen: [0.101, 0.407, 0.69, 0.744, 0.387], unseen: [0.598, -0.346, -0.266, -0.27, 0.119] },
    },
  },
  withYuNet: {
    bias: -6.855,
    sources: {
      ultraFace160: { seen: [-0.396, 0.24, 1.059, 0.797, 0.724], unseen: [-0.361, -0.459, -0.131, -0.111, -0.101] },
      ultraFace320: { seen: [0.204, 0.855, 0.741, 0.737, 0.67], unseen: [0.358, 0.227, 0.219, 0.329, 0.27] },
      ultraFace640: { seen: [-0.144, 0.117, 0.136, 0.081, 0.073], unseen: [-0.519, -0.149, -0.386, -0.093, -0.057] },
      ultraFace1024: { seen: [0.759, 0.36, -0.057, -0.238, -0.217], unseen: [0.854, -0.029, 0.253, 0.256, 0.487] },
      faceBoxes1024: { seen: [0.067, 0.076, 0.277, 0.228, 0.298], unseen: [0.604, 0.333, 0.427, 0.321, 0.519] },
      faceBoxes2048: { seen: [0.151, 0.162, 0.395, 0.482, 0.657], unseen: [1.09, -0.001, 0.276, 0.124, 0.252] },
      yunet1024: { seen: [1.224, 1.602, 1.245, 1.703, 2.369], unseen: [0.818, 0.612, 0.966, 0.685, 0.614] },
    },
  },
};
