import type { ModelWriter } from '../onnx/model-writer.ts';
import { weightValues, type StoredWeight, type StoredWeights } from './stored-weights.ts';
import { transposeElements } from './transpose-elements.ts';

const elementBytes = { float32: 4, int32: 4, bool: 1, uint8: 1, float16: 2 } as const;

/**
 * Puts TensorFlow.js weights into an ONNX file without unpacking them: 8- and 16-bit values stay 8- and 16-bit in the
 * file and are widened by nodes that the runtime evaluates once, when it loads the net. Cast, subtract and multiply are
 * used instead of DequantizeLinear because the runtime would keep that one to run anew for every photo.
 */
export class WeightConstants {
  readonly #writer: ModelWriter;
  readonly #weights: StoredWeights;

  constructor(writer: ModelWriter, weights: StoredWeights) {
    this.#writer = writer;
    this.#weights = weights;
  }

  /** The stored weight. Throws when the model has none of that name. */
  stored(name: string): StoredWeight {
    const weight = this.#weights.get(name);
    if (weight === undefined) throw new Error(`no weight ${name}`);
    return weight;
  }

  /** A weight as float32, its axes reordered and its shape changed when asked. */
  float(name: string, options: { order?: readonly number[]; shape?: readonly number[] } = {}): string {
    const weight = this.stored(name);
    const order = options.order ?? weight.shape.map((_, axis) => axis);
    const turned = transposeElements(weight.data, weight.shape, order, elementBytes[weight.stored]);
    return this.#widen({ ...weight, data: turned.data, shape: options.shape ?? turned.shape });
  }

  /** Filters of a convolution, from height, width, in, out to out, in, height, width. */
  filters(name: string): string {
    return this.float(name, { order: [3, 2, 0, 1] });
  }

  /** Filters of a depthwise convolution, from height, width, channels, 1 to channels, 1, height, width. */
  depthwiseFilters(name: string): string {
    return this.float(name, { order: [2, 3, 0, 1] });
  }

  #widen(weight: StoredWeight): string {
    const { stored, shape, data, scale, min } = weight;
    if (stored === 'float32') return this.#writer.constant({ type: 'float32', shape, data });
    if (stored === 'float16') return this.#cast(this.#writer.constant({ type: 'float16', shape, data }));
    // A whole zero point makes (value - zero) * scale exact; other ranges hold small vectors only and are written out.
    const zero = Math.round(-min / scale);
    if (stored !== 'uint8' || Math.abs(-min / scale - zero) > 1e-6 || shape.length < 2) {
      return this.#writer.floats(weightValues(weight), shape);
    }
    const wide = this.#cast(this.#writer.constant({ type: 'uint8', shape, data }));
    const centred = this.#writer.node('Sub', [wide, this.#writer.floats([zero], [])]);
    return this.#writer.node('Mul', [centred, this.#writer.floats([scale], [])]);
  }

  #cast(name: string): string {
    return this.#writer.node('Cast', [name], { to: 1 });
  }
}
