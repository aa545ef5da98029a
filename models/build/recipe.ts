import type { ModelEntry } from '../../src/inference/manifest.ts';
import type { weightPackages } from './weight-packages.ts';

/** How one shipped model is made. Everything of its manifest entry that is not measured on the finished file. */
export interface Recipe extends Pick<ModelEntry, 'id' | 'licence' | 'inputs' | 'outputs' | 'limits'> {
  readonly from: keyof typeof weightPackages;
  /** Path of the weights inside the package. */
  readonly path: string;
  /** Files that ship beside the net, such as a dictionary: name in `models/` to path inside the package. */
  readonly companions?: Readonly<Record<string, string>>;
  /** The bytes of the ONNX file, made from the package's unpacked folder. */
  build(packageFolder: string): Promise<Uint8Array>;
}
