import sharp from 'sharp';
import type { Point, Quad } from '../../src/lib/geometry.ts';
import type { Raster } from '../../src/lib/raster.ts';
import type { Label, LabelLine } from './draw-label.ts';

/** How a label lies in the photo. */
export interface Pose {
  readonly centre: Point;
  /** Pixels of the photo per pixel of the label. */
  readonly scale: number;
  readonly tiltRadians: number;
  /** How much one side is shorter than the other, 0 to 0.4, along and across. */
  readonly turnAside: number;
  readonly lean: number;
  /** Height of the arc the text bends along, as a share of the label's width. */
  readonly curve: number;
  /** Radius of the blur in pixels of the photo; 0 for none. */
  readonly blurPx: number;
  /** Strength of a bright reflection across the label, 0 to 1. */
  readonly glare: number;
  /** Brightness of the light on the label; 1 leaves it. */
  readonly light: number;
}

/** A label's line in the photo. */
export interface PlacedLine extends LabelLine {
  readonly quad: Quad;
}

/** From the label's pixels to the photo's. */
function forward(label: Label, pose: Pose): (point: Point) => Point {
  const [cos, sin] = [Math.cos(pose.tiltRadians), Math.sin(pose.tiltRadians)];
  const size = Math.max(label.width, label.height) / 2;
  return ({ x, y }) => {
    const u = x - label.width / 2;
    const bend = pose.curve * label.width * ((2 * u) / label.width) ** 2;
    const v = y - label.height / 2 + bend;
    const depth = 1 + (pose.turnAside * u + pose.lean * v) / size;
    const [px, py] = [(u * pose.scale) / depth, (v * pose.scale) / depth];
    return { x: pose.centre.x + px * cos - py * sin, y: pose.centre.y + px * sin + py * cos };
  };
}

/** From the photo's pixels to the label's: undoes `forward` step by step. */
function backward(label: Label, pose: Pose): (point: Point) => Point {
  const [cos, sin] = [Math.cos(pose.tiltRadians), Math.sin(pose.tiltRadians)];
  const size = Math.max(label.width, label.height) / 2;
  return ({ x, y }) => {
    const [dx, dy] = [x - pose.centre.x, y - pose.centre.y];
    const [px, py] = [(dx * cos + dy * sin) / pose.scale, (dy * cos - dx * sin) / pose.scale];
    const depth = 1 / (1 - (pose.turnAside * px + pose.lean * py) / size);
    const [u, v] = [px * depth, py * depth];
    const bend = pose.curve * label.width * ((2 * u) / label.width) ** 2;
    return { x: u + label.width / 2, y: v - bend + label.height / 2 };
  };
}

/** Room around a label, for its cord. */
const surround = 1;
const samplesAside = 4;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** The label with its surround as RGBA, made smaller first so that four samples a pixel are enough. */
async function render(label: Label, scale: number): Promise<Picture> {
  const [left, top] = [Math.round(label.width * 0.1), Math.round(label.height * surround)];
  const [width, height] = [label.width + 2 * left, label.height + top + left];
  const inner = label.svg.replace('<svg ', `<svg x="${left}" y="${top}" `);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`;
  const factor = Math.min(1, Math.max(scale * 3, 0.1));
  const { data, info } = await sharp(Buffer.from(svg), { limitInputPixels: false })
    .resize(Math.max(1, Math.round(width * factor)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, left, top, scale: info.width / width };
}

/** Mean colour (premultiplied) and cover of the label under one pixel of the photo. */
function colourAt(picture: Picture, back: (point: Point) => Point, x: number, y: number, sum: Float64Array): void {
  sum.fill(0);
  for (let sy = 0; sy < samplesAside; sy += 1) {
    for (let sx = 0; sx < samplesAside; sx += 1) {
      const at = back({ x: x + (sx + 0.5) / samplesAside, y: y + (sy + 0.5) / samplesAside });
      const px = Math.floor((at.x + picture.left) * picture.scale);
      const py = Math.floor((at.y + picture.top) * picture.scale);
      if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) continue;
      const from = (py * picture.width + px) * 4;
      const alpha = picture.data[from + 3]! / 255;
      for (let channel = 0; channel < 3; channel += 1) sum[channel]! += picture.data[from + channel]! * alpha;
      sum[3]! += alpha;
    }
  }
  const count = samplesAside * samplesAside;
  for (let channel = 0; channel < 4; channel += 1) sum[channel]! /= count;
}

interface Layer {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Premultiplied RGBA, 0-255 and 0-1. */
  readonly data: Float32Array;
}

function layerOf(photo: Raster, label: Label, pose: Pose, picture: Picture): Layer {
  const ahead = forward(label, pose);
  const [w, h] = [label.width, label.height];
  const corners = [
    { x: -0.1 * w, y: -surround * h },
    { x: 1.1 * w, y: -surround * h },
    { x: 1.1 * w, y: 1.1 * h },
    { x: -0.1 * w, y: 1.1 * h },
    { x: w / 2, y: -surround * h },
    { x: w / 2, y: 1.1 * h },
  ].map(ahead);
  const x = Math.max(0, Math.floor(Math.min(...corners.map((c) => c.x))) - 4);
  const y = Math.max(0, Math.floor(Math.min(...corners.map((c) => c.y))) - 4);
  const width = Math.min(photo.width, Math.ceil(Math.max(...corners.map((c) => c.x))) + 4) - x;
  const height = Math.min(photo.height, Math.ceil(Math.max(...corners.map((c) => c.y))) + 4) - y;
  const data = new Float32Array(Math.max(0, width) * Math.max(0, height) * 4);
  const back = backward(label, pose);
  const sum = new Float64Array(4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      colourAt(picture, back, x + column, y + row, sum);
      const at = back({ x: x + column + 0.5, y: y + row + 0.5 });
      const along = (at.x + at.y * 0.5) / label.width;
      const shine = pose.glare * Math.exp(-(((along - 0.6) / 0.12) ** 2));
      for (let channel = 0; channel < 3; channel += 1) {
        const lit = sum[channel]! * pose.light;
        data[(row * width + column) * 4 + channel] = lit + (255 * sum[3]! - lit) * shine;
      }
      data[(row * width + column) * 4 + 3] = sum[3]!;
    }
  }
  return { x, y, width, height, data };
}

/** A Gaussian blur of the layer, in two passes. */
function blur(layer: Layer, radius: number): Layer {
  if (radius < 0.2) return layer;
  const reach = Math.ceil(radius * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * radius ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (from: Float32Array, step: number, count: number, at: (i: number) => number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let i = 0; i < from.length; i += 1) {
      const position = at(i);
      let sum = 0;
      for (let k = -reach; k <= reach; k += 1) {
        if (position + k >= 0 && position + k < count) sum += from[i + k * step]! * weights[k + reach]!;
      }
      to[i] = sum / total;
    }
    return to;
  };
  const { width, height } = layer;
  const across = pass(layer.data, 4, width, (i) => Math.floor(i / 4) % width);
  return { ...layer, data: pass(across, width * 4, height, (i) => Math.floor(i / 4 / width)) };
}

/** Where a label lies after it was put into a photo: its outline and its lines. */
export interface PlacedOutline {
  readonly outline: Quad;
  readonly lines: readonly PlacedLine[];
}

/** Puts a label into a photo (which is changed) and says where it and its lines now are. */
export async function placeLabel(photo: Raster, label: Label, pose: Pose): Promise<PlacedOutline> {
  const layer = blur(layerOf(photo, label, pose, await render(label, pose.scale)), pose.blurPx);
  for (let row = 0; row < layer.height; row += 1) {
    for (let column = 0; column < layer.width; column += 1) {
      const from = (row * layer.width + column) * 4;
      const to = ((layer.y + row) * photo.width + layer.x + column) * 3;
      const cover = layer.data[from + 3]!;
      for (let channel = 0; channel < 3; channel += 1) {
        const mixed = layer.data[from + channel]! + photo.data[to + channel]! * (1 - cover);
        photo.data[to + channel] = Math.min(255, Math.max(0, Math.round(mixed)));
      }
    }
  }
  const ahead = forward(label, pose);
  const quadOf = ({ x, y, width, height }: LabelLine['box']): Quad => [
    ahead({ x, y }),
    ahead({ x: x + width, y }),
    ahead({ x: x + width, y: y + height }),
    ahead({ x, y: y + height }),
  ];
  return {
    outline: quadOf({ x: 0, y: 0, width: label.width, height: label.height }),
    lines: label.lines.map((line) => ({ ...line, quad: quadOf(line.box) })),
  };
}
