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
 * By the nets that look: UltraFace alone (`quick`, and turned photos; its part of a fit beside SSD), all shipped nets, and
 * YuNet with them. Where more nets look, each counts for less.
 */
export const faceWeights: Readonly<Record<'ultraFaceAlone' | 'shipped' | 'withYuNet', FaceWeights>> = {
  ultraFaceAlone: {
    bias: -3.623,
    sources: {
      ultraFace160: { seen: [-0.14, 0.439, 1.182, 1.069, 0.972], unseen: [-0.623, -0.561, -0.488, -0.424, -0.385] },
      ultraFace320: { seen: [0.109, 0.612, 1.053, 1.024, 0.931], unseen: [-0.551, -0.188, -0.269, -0.152, -0.133] },
      ultraFace640: { seen: [0.257, 0.584, 0.089, -0.301, -0.274], unseen: [-0.642, -0.253, -0.381, 0.09, 0.124] },
      ultraFace1024: { seen: [0.995, 0.477, -0.177, -0.52, -0.473], unseen: [-0.143, -0.486, 0.061, 0.319, 0.5] },
    },
  },
  shipped: {
    bias: -3.402,
    sources: {
      ultraFace160: { seen: [-0.331, 0.405, 1.088, 0.978, 0.889], unseen: [-0.89, -0.873, -0.612, -0.561, -0.51] },
      ultraFace320: { seen: [0.066, 0.29, 0.69, 0.75, 0.682], unseen: [-0.476, -0.326, -0.191, 0.019, 0.018] },
      ultraFace640: { seen: [0.143, 0.31, 0.033, -0.313, -0.285], unseen: [-0.701, -0.357, -0.585, -0.01, 0.028] },
      ultraFace1024: { seen: [0.952, 0.343, -0.114, -0.432, -0.393], unseen: [-0.247, -0.527, -0.273, 0.033, 0.361] },
      ssd512: { seen: [0.396, 0.902, 0.894, 0.761, 0.741], unseen: [0.206, 0.056, 0.38, 1.056, 1.006] },
      faceBoxes1600: { seen: [0.254, 0.611, 1.058, 0.769, 0.967], unseen: [0.535, -0.168, 0.267, 0.153, 0.341] },
    },
  },
  withYuNet: {
    bias: -6.647,
    sources: {
      ultraFace160: { seen: [-0.038, 0.247, 0.801, 0.677, 0.616], unseen: [-0.198, -0.169, 0.021, 0.01, 0.009] },
      ultraFace320: { seen: [-0.112, 0.059, 0.64, 0.939, 0.853], unseen: [-0.391, 0.0, 0.003, 0.146, 0.133] },
      ultraFace640: { seen: [-0.116, 0.163, 0.178, -0.149, -0.136], unseen: [-0.19, 0.056, -0.27, 0.048, 0.13] },
      ultraFace1024: { seen: [0.66, 0.223, 0.084, -0.178, -0.162], unseen: [0.237, -0.242, 0.091, 0.227, 0.48] },
      ssd512: { seen: [0.346, 0.532, 0.597, 0.545, 0.502], unseen: [0.516, 0.02, -0.018, 0.263, 0.271] },
      faceBoxes1600: { seen: [0.007, 0.258, 0.506, 0.689, 0.774], unseen: [0.811, 0.117, 0.55, 0.342, 0.456] },
      yunet1024: { seen: [1.393, 1.619, 1.205, 1.536, 2.086], unseen: [0.939, 0.718, 0.978, 0.885, 0.869] },
    },
  },
};
