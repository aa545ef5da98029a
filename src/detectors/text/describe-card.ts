import type { Raster } from '../../lib/raster.ts';
import { cornersOf, type RotatedRectangle } from './rotated-rectangle.ts';
import { unitSquareTo, warp } from './warp-quad.ts';

/** A card and a rim about it are looked at in this size. */
const [width, height] = [36, 24];
const grown = 1.35;
const mostSamples = 4;
/** Edges are counted by direction in square cells; brightness and colour are averaged in smaller and in the same cells. */
const [edgeCell, lightCell] = [6, 3];
const directions = 6;
/** Differences of brightness below this are noise. */
const noise = 8;

/** The patch straightened, its longer side level. */
function cut(photo: Raster, rectangle: RotatedRectangle): Raster {
  const { centre, angle } = rectangle;
  const [long, short] = [Math.max(rectangle.width, rectangle.height), Math.min(rectangle.width, rectangle.height)];
  const level = rectangle.width >= rectangle.height ? angle : angle + Math.PI / 2;
  const quad = cornersOf({ centre, width: long * grown, height: short * grown, angle: level });
  const samples = Math.min(mostSamples, Math.max(1, Math.round((long * grown) / width)));
  return warp(photo, unitSquareTo(quad), width, height, samples);
}

function lightOf({ data }: Raster): Float32Array {
  const light = new Float32Array(width * height);
  for (let to = 0, from = 0; to < light.length; to += 1, from += 3) {
    light[to] = (data[from]! + 2 * data[from + 1]! + data[from + 2]!) / 4;
  }
  return light;
}

/** Means of a map over square cells, row by row. */
function cellMeans(map: Float32Array, cell: number): Float32Array {
  const columns = width / cell;
  const means = new Float32Array(columns * (height / cell));
  map.forEach((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    means[Math.floor(y / cell) * columns + Math.floor(x / cell)]! += value / cell ** 2;
  });
  return means;
}

/** Edge strength by direction in cells, as a share of all (histograms of oriented gradients, Dalal and Triggs 2005). */
function edgesOf(light: Float32Array): Float32Array {
  const columns = width / edgeCell;
  const edges = new Float32Array(columns * (height / edgeCell) * directions);
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const [dx, dy] = [light[at + 1]! - light[at - 1]!, light[at + width]! - light[at - width]!];
      const turn = (Math.atan2(dy, dx) / Math.PI + 1) % 1;
      const direction = Math.min(directions - 1, Math.floor(turn * directions));
      const cell = Math.floor(y / edgeCell) * columns + Math.floor(x / edgeCell);
      edges[cell * directions + direction]! += Math.hypot(dx, dy);
    }
  }
  for (const edge of edges) squares += edge * edge;
  const share = 5 / (Math.sqrt(squares) + noise);
  return edges.map((edge) => edge * share);
}

function coloursOf({ data }: Raster): Float32Array {
  const colour = new Float32Array(width * height);
  for (let to = 0, from = 0; to < colour.length; to += 1, from += 3) {
    const [r, g, b] = [data[from]!, data[from + 1]!, data[from + 2]!];
    colour[to] = (Math.max(r, g, b) - Math.min(r, g, b)) / 64;
  }
  return colour;
}

/**
 * Describes what may be a card for the net that judges it: its edges, its brightness and colours in cells, its shape and
 * its size beside the face above it. The rectangle is in pixels of the photo.
 */
export function describeCard(photo: Raster, rectangle: RotatedRectangle, facePx: number): Float32Array {
  const patch = cut(photo, rectangle);
  const light = lightOf(patch);
  const mean = light.reduce((sum, value) => sum + value, 0) / light.length;
  const spread = Math.sqrt(light.reduce((sum, value) => sum + (value - mean) ** 2, 0) / light.length);
  const plain = cellMeans(light, lightCell).map((value) => (value - mean) / (spread + noise));
  const colours = cellMeans(coloursOf(patch), edgeCell);
  const [long, short] = [Math.max(rectangle.width, rectangle.height), Math.min(rectangle.width, rectangle.height)];
  return Float32Array.from([
    ...edgesOf(light),
    ...plain,
    ...colours,
    short / Math.max(1, long),
    long / Math.max(1, facePx),
    mean / 128 - 1,
    spread / 64,
  ]);
}
