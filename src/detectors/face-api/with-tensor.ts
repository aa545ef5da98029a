import type { Raster } from '../../lib/raster.ts';
import type { FaceApiLibrary, FaceApiTensor } from './face-api-library.ts';

/** Runs something on a raster as a tensor, and frees the tensor whatever happens: TensorFlow.js does not by itself. */
export async function withTensor<Result>(
  library: FaceApiLibrary,
  raster: Raster,
  use: (tensor: FaceApiTensor) => Promise<Result>,
): Promise<Result> {
  const tensor = library.tf.tensor3d(raster.data, [raster.height, raster.width, 3], 'int32');
  try {
    return await use(tensor);
  } finally {
    tensor.dispose();
  }
}
