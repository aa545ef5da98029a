import sharp from 'sharp';
import type { Raster } from '../../src/lib/raster.ts';
import type { Random } from '../text/random.ts';

const side = 224;

/** Colours of a ground without water, and of what stands above it. */
const grounds = {
  sand: { ground: ['#d9c39a', '#c2a878', '#e8d9b5'], above: ['#bcd7ee', '#e6eef5', '#d7c7a0'] },
  tiles: { ground: ['#cfd8dc', '#b0bec5', '#d7ccc8'], above: ['#eceff1', '#b3c7d6', '#e0d8c8'] },
  grass: { ground: ['#6a8f4e', '#88a860', '#4f7340'], above: ['#a9c6e0', '#3f6138', '#c9d8c0'] },
  hall: { ground: ['#b98a5a', '#8d6e4a', '#c7a57a'], above: ['#d8d4cc', '#7b8794', '#f0ece2'] },
} as const;

/** Lines of a tiled or boarded floor, closer towards the back. */
function linesOf(horizon: number): string {
  const rows = Array.from({ length: 8 }, (_, row) => horizon + (side - horizon) * ((row + 1) / 8) ** 2);
  const columns = Array.from({ length: 11 }, (_, column) => (column - 5) * 20);
  return [
    ...rows.map((y) => `<path d="M0 ${y}H${side}"/>`),
    ...columns.map((x) => `<path d="M${side / 2 + x} ${horizon}L${side / 2 + x * 4} ${side}"/>`),
  ].join('');
}

/** A plain place drawn by code: a beach without sea, a poolside without pool, a lawn or a hall, with grain and light. */
export async function drawBackground(kind: keyof typeof grounds, random: Random): Promise<Raster> {
  const horizon = Math.round(random.between(0.2, 0.7) * side);
  const { ground, above } = grounds[kind];
  const lines = kind === 'tiles' || kind === 'hall' ? linesOf(horizon) : '';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">` +
    `<rect width="100%" height="100%" fill="${random.pick(above)}"/>` +
    `<rect y="${horizon}" width="100%" height="100%" fill="${random.pick(ground)}"/>` +
    `<g stroke="#00000033">${lines}</g></svg>`;
  const drawn = await sharp(Buffer.from(svg)).removeAlpha().blur(random.between(0.4, 2)).raw().toBuffer();
  const grain = random.between(4, 22);
  const data = drawn.map((value) => Math.max(0, Math.min(255, Math.round(value + random.between(-grain, grain)))));
  return { width: side, height: side, data };
}

/** Some of each, in a fixed order. */
export async function drawBackgrounds(ofEach: number, random: Random): Promise<Raster[]> {
  const drawn: Raster[] = [];
  for (const kind of ['sand', 'tiles', 'grass', 'hall'] as const) {
    for (let copy = 0; copy < ofEach; copy++) drawn.push(await drawBackground(kind, random));
  }
  return drawn;
}
