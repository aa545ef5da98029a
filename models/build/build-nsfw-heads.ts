import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { ModelWriter, type Attributes } from './onnx/model-writer.ts';
import { readStoredWeights, weightGroups } from './tfjs/stored-weights.ts';
import { WeightConstants } from './tfjs/weight-constants.ts';

const folderInPackage = 'dist/models/mobilenet_v2';

const layerSchema = z.object({
  class_name: z.string(),
  config: z.object({
    name: z.string(),
    strides: z.array(z.number()).optional(),
    padding: z.unknown().optional(),
    activation: z.string().optional(),
    epsilon: z.number().optional(),
    max_value: z.number().nullish(),
    pool_size: z.array(z.number()).optional(),
  }),
  inbound_nodes: z.array(z.array(z.tuple([z.string()]).rest(z.unknown()))),
});
const layersModel = z.object({
  modelTopology: z.object({ model_config: z.object({ config: z.object({ layers: z.array(layerSchema) }) }) }),
  weightsManifest: weightGroups,
});
type Layer = z.infer<typeof layerSchema>;

/** Zero rows and columns to add before a convolution: top, left, bottom, right, as ONNX orders them. */
type Pads = readonly [number, number, number, number];
const noPads: Pads = [0, 0, 0, 0];

/** Turns a Keras "layers" model of the MobileNet v2 family into ONNX nodes, channels first throughout. */
class LayerConversion {
  readonly #writer: ModelWriter;
  readonly #weights: WeightConstants;
  readonly #values = new Map<string, string>();
  readonly #pads = new Map<string, Pads>();

  constructor(writer: ModelWriter, weights: WeightConstants, image: string) {
    this.#writer = writer;
    this.#weights = weights;
    this.#values.set('', image);
  }

  value(name: string): string {
    const value = this.#values.get(name);
    if (value === undefined) throw new Error(`no layer ${name}`);
    return value;
  }

  add(layer: Layer): void {
    const { name } = layer.config;
    const from = layer.inbound_nodes[0]?.map(([source]) => source) ?? [''];
    this.#values.set(name, this.#convert(layer, from));
  }

  #convert(layer: Layer, from: readonly string[]): string {
    const source = this.value(from[0]!);
    const { config } = layer;
    switch (layer.class_name) {
      case 'InputLayer':
      case 'Dropout':
        return source;
      case 'ZeroPadding2D': {
        const [[top, bottom], [left, right]] = z
          .tuple([z.tuple([z.number(), z.number()]), z.tuple([z.number(), z.number()])])
          .parse(config.padding);
        this.#pads.set(config.name, [top, left, bottom, right]);
        return source;
      }
      case 'Conv2D':
        return this.#writer.node(
          'Conv',
          [source, this.#weights.filters(`${config.name}/kernel`)],
          this.#window(layer, from),
        );
      case 'DepthwiseConv2D': {
        const kernel = `${config.name}/depthwise_kernel`;
        const group = this.#weights.stored(kernel).shape[2]!;
        const inputs = [source, this.#weights.depthwiseFilters(kernel)];
        return this.#writer.node('Conv', inputs, { ...this.#window(layer, from), group });
      }
      case 'BatchNormalization':
        return this.#normalise(layer, source);
      case 'ReLU':
        if (config.max_value !== 6) throw new Error(`${config.name}: not ReLU6`);
        return this.#writer.node('Clip', [source, this.#writer.floats([0], []), this.#writer.floats([6], [])]);
      case 'Add':
        return this.#writer.node(
          'Add',
          from.map((name) => this.value(name)),
        );
      case 'AveragePooling2D':
        return this.#writer.node('AveragePool', [source], {
          kernel_shape: config.pool_size!,
          strides: config.strides!,
        });
      case 'Flatten':
        return this.#writer.node('Flatten', [source]);
      case 'Dense':
        return this.#connect(layer, source);
      default:
        throw new Error(`${config.name}: no layer ${layer.class_name}`);
    }
  }

  #window(layer: Layer, from: readonly string[]): Attributes {
    const strides = layer.config.strides!;
    if (layer.config.padding === 'same') return { strides, auto_pad: 'SAME_UPPER' };
    return { strides, pads: this.#pads.get(from[0]!) ?? noPads };
  }

  #normalise(layer: Layer, source: string): string {
    const parts = ['gamma', 'beta', 'moving_mean', 'moving_variance'];
    const constants = parts.map((part) => this.#weights.float(`${layer.config.name}/${part}`));
    return this.#writer.node('BatchNormalization', [source, ...constants], {
      epsilon: { float: layer.config.epsilon! },
    });
  }

  #connect(layer: Layer, source: string): string {
    const { name, activation } = layer.config;
    const product = this.#writer.node('MatMul', [source, this.#weights.float(`${name}/kernel`)]);
    const sum = this.#writer.node('Add', [product, this.#weights.float(`${name}/bias`)]);
    if (activation === 'relu') return this.#writer.node('Relu', [sum]);
    if (activation === 'softmax') return this.#writer.node('Softmax', [sum], { axis: 1 });
    throw new Error(`${name}: no activation ${activation ?? 'none'}`);
  }
}

/** The model file and weights of nsfwjs's default net, which it publishes as CommonJS modules with base64 text. */
export function readNsfwHeadsFiles(packageFolder: string): { modelFile: unknown; weights: Uint8Array } {
  const load = createRequire(path.join(packageFolder, 'package.json'));
  const file = (name: string): unknown => load(path.join(packageFolder, folderInPackage, `${name}.min.js`));
  const text = z.string().parse(file('group1-shard1of1'));
  return { modelFile: file('model'), weights: Buffer.from(text, 'base64') };
}

/**
 * nsfwjs's MobileNet v2 (width 1.0, 224 px) as ONNX: its five classes, and the two layers before them. Its batch
 * normalisation is stored apart from the filters, so 8-bit storage cost it far less than it cost the 1.4 net.
 */
export function buildNsfwHeads(packageFolder: string): Promise<Uint8Array> {
  const { modelFile, weights } = readNsfwHeadsFiles(packageFolder);
  const topology = layersModel.parse(modelFile);
  const stored = readStoredWeights(topology.weightsManifest, weights);
  const writer = new ModelWriter();
  const image = writer.input('image', 'float32', ['batch', 224, 224, 3]);
  const planes = writer.node('Transpose', [image], { perm: [0, 3, 1, 2] });
  const scaled = writer.node('Div', [planes, writer.floats([255], [])]);
  const conversion = new LayerConversion(writer, new WeightConstants(writer, stored), scaled);
  for (const layer of topology.modelTopology.model_config.config.layers) conversion.add(layer);
  for (const [layer, name, size] of [
    ['flatten_1', 'features', 1280],
    ['dense_3', 'classes', 5],
  ] as const) {
    writer.node('Identity', [conversion.value(layer)], {}, name);
    writer.output(name, 'float32', ['batch', size]);
  }
  return Promise.resolve(writer.encode('nsfwjs MobileNet v2 1.0 224'));
}
