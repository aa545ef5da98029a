import sharp from 'sharp';
import type { Raster } from '../../src/lib/raster.ts';
import type { Random } from '../text/random.ts';
import { textAsPath, type Typeface } from '../text/text-as-path.ts';

const side = 224;

const hsl = (hue: number, saturation: number, light: number): string =>
  `hsl(${Math.round((hue + 360) % 360)},${Math.round(saturation)}%,${Math.round(light)}%)`;

/** Half of all colours lie between green and violet, where pools, seas and skies are. */
function anyColour(random: Random): string {
  const hue = random.chance(0.5) ? random.between(165, 265) : random.between(0, 360);
  return hsl(hue, random.between(5, 95), random.between(12, 96));
}

const rect = (y: number, height: number, fill: string): string =>
  `<rect y="${y.toFixed(1)}" width="${side}" height="${height.toFixed(1)}" fill="${fill}"/>`;

function gradient(id: string, colours: readonly string[], random: Random): string {
  const isAcross = random.chance(0.25);
  const stops = colours.map(
    (colour, index) => `<stop offset="${index / (colours.length - 1)}" stop-color="${colour}"/>`,
  );
  return `<linearGradient id="${id}" x2="${isAcross ? 1 : 0}" y2="${isAcross ? 0 : 1}">${stops.join('')}</linearGradient>`;
}

/** Patches of one colour. Its grain (in changes a pixel across and down) makes them clouds, waves, grass or stone. */
interface Grain {
  readonly across: number;
  readonly down: number;
  readonly colour: string;
  /** From 0, nothing, to 6, nearly all. */
  readonly strength: number;
}

/** A band of the picture with grain over it. */
function grainy(y: number, height: number, { across, down, colour, strength }: Grain, random: Random): string {
  const seed = random.below(1e6);
  const id = `grain${seed}`;
  const cover = strength.toFixed(2);
  const floor = (-0.42 * strength).toFixed(2);
  return (
    `<filter id="${id}" x="0" y="0" width="1" height="1">` +
    `<feTurbulence type="fractalNoise" baseFrequency="${across.toFixed(4)} ${down.toFixed(4)}" numOctaves="4" ` +
    `seed="${seed}"/>` +
    `<feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ${cover} 0 0 0 ${floor}"/>` +
    `<feComposite in2="SourceGraphic" operator="in" result="patches"/><feFlood flood-color="${colour}"/>` +
    `<feComposite in2="patches" operator="in"/></filter>` +
    `<g filter="url(#${id})">${rect(y, height, '#fff')}</g>`
  );
}

/** A jagged or rolling line from one side to the other, filled to the bottom. */
function hills(top: number, roughness: number, fill: string, random: Random): string {
  const points = Array.from({ length: 13 }, (_, step) => {
    const y = top + random.between(-1, 1) * roughness;
    return `${((step / 12) * side).toFixed(1)},${y.toFixed(1)}`;
  });
  return `<polygon points="0,${side} ${points.join(' ')} ${side},${side}" fill="${fill}"/>`;
}

function ranges(horizon: number, random: Random): string {
  return Array.from({ length: random.below(4) }, () => {
    const colour = hsl(random.pick([210, 120, 30, 200, 220]), random.between(5, 50), random.between(15, 85));
    return hills(horizon - random.between(0, 35), random.between(3, 28), colour, random);
  }).join('');
}

/** Sky with clouds over hills, and in front of them a sea, a lake, snow, a field or sand. */
function landscape(random: Random): string {
  const horizon = random.between(0.2, 0.8) * side;
  const skyHue = random.pick([205, 215, 195, 220, 30, 280]);
  const sky = [
    hsl(skyHue, random.between(20, 90), random.between(25, 70)),
    hsl(skyHue - 10, random.between(10, 70), random.between(55, 92)),
  ];
  const groundHue = random.pick([200, 190, 215, 175, 90, 60, 40, 210]);
  const saturation = random.between(10, 90);
  const ground = [0, 1].map(() => hsl(groundHue + random.between(-15, 15), saturation, random.between(20, 75)));
  const clouds: Grain = {
    across: random.between(0.004, 0.03),
    down: random.between(0.008, 0.04),
    colour: 'white',
    strength: random.between(0, 5),
  };
  const isWavy = random.chance(0.5);
  const waves: Grain = {
    across: isWavy ? random.between(0.004, 0.03) : random.between(0.02, 0.3),
    down: isWavy ? random.between(0.05, 0.3) : random.between(0.02, 0.3),
    colour: random.chance(0.6) ? 'white' : 'black',
    strength: random.between(0.5, 4),
  };
  const parts = [
    `<defs>${gradient('sky', sky, random)}${gradient('ground', ground, random)}</defs>`,
    rect(0, side, 'url(#sky)'),
    grainy(0, horizon, clouds, random),
    ranges(horizon, random),
    rect(horizon, side - horizon, 'url(#ground)'),
    grainy(horizon, side - horizon, waves, random),
  ];
  if (random.chance(0.3)) {
    const shore = hsl(random.pick([38, 45, 100]), random.between(15, 60), random.between(35, 80));
    parts.push(hills(random.between(0.8, 0.97) * side, 8, shore, random));
  }
  return parts.join('');
}

const words =
  'Welcome to our summer fair Sports day Friday 12 June Bring a picnic Year 6 leavers concert Open morning'.split(' ');
const typefaces: readonly Typeface[] = ['sans', 'rounded', 'serif', 'capitals', 'narrow', 'marker'];

function lineOfText(ink: string, random: Random): string {
  const text = Array.from({ length: 1 + random.below(5) }, () => random.pick(words)).join(' ');
  const { d } = textAsPath(random.pick(typefaces), text, random.between(7, 30));
  const [x, y] = [random.between(2, 90), random.between(15, 215)];
  return `<path d="${d}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" fill="${ink}"/>`;
}

function block(random: Random): string {
  const [x, y] = [random.between(-20, side), random.between(-20, side)];
  const [width, height] = [random.between(10, 120), random.between(6, 90)];
  const fill = anyColour(random);
  return random.chance(0.6)
    ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${random.below(12)}" fill="${fill}"/>`
    : `<circle cx="${x}" cy="${y}" r="${width / 2}" fill="${fill}"/>`;
}

/** A poster, a slide, a card or a page of a website. */
function poster(random: Random): string {
  const ground = random.chance(0.5) ? anyColour(random) : 'url(#ground)';
  const ink = random.pick(['white', 'white', 'black', '#222', anyColour(random)]);
  const blocks = Array.from({ length: random.below(6) }, () => block(random));
  const lines = Array.from({ length: random.below(7) }, () => lineOfText(ink, random));
  const colours = [anyColour(random), anyColour(random)];
  return `<defs>${gradient('ground', colours, random)}</defs>${rect(0, side, ground)}${blocks.join('')}${lines.join('')}`;
}

function dot(random: Random): string {
  const fill = hsl(random.between(0, 360), 70, random.between(25, 75));
  const [x, y] = [random.between(0, side), random.between(0, side)];
  return `<circle cx="${x}" cy="${y}" r="${random.between(3, 22)}" fill="${fill}" stroke="#0004"/>`;
}

/** One thing all over: wood, stone, cloth, leaves, beads. */
function texture(random: Random): string {
  const stretch = random.pick([1, 1, 8, 0.12]);
  const across = random.between(0.01, 0.25);
  const dark: Grain = { across, down: across * stretch, colour: 'black', strength: random.between(1, 6) };
  const pale: Grain = {
    across: across * 0.7,
    down: across * stretch * 1.3,
    colour: 'white',
    strength: random.between(0, 5),
  };
  const dots = random.chance(0.4) ? Array.from({ length: 20 + random.below(120) }, () => dot(random)) : [];
  return [
    `<defs>${gradient('ground', [anyColour(random), anyColour(random)], random)}</defs>`,
    rect(0, side, 'url(#ground)'),
    ...dots,
    grainy(0, side, dark, random),
    grainy(0, side, pale, random),
  ].join('');
}

const painters = { landscape, poster, texture } as const;

export type SceneryKind = keyof typeof painters;

export const sceneryKinds = ['landscape', 'poster', 'texture'] as const satisfies readonly SceneryKind[];

export interface Scenery {
  readonly kind: SceneryKind;
  readonly picture: Raster;
}

async function draw(kind: SceneryKind, random: Random): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${painters[kind](random)}</svg>`;
  const data = await sharp(Buffer.from(svg))
    .flatten({ background: '#888' })
    .blur(random.between(0.3, 1.4))
    .raw()
    .toBuffer();
  return { width: side, height: side, data };
}

/**
 * Pictures without anybody in them, drawn by code, the given number of each kind: landscapes with and without water,
 * posters, and surfaces. The same seed draws the same.
 */
export async function drawScenery(ofEach: number, random: Random): Promise<Scenery[]> {
  const drawn: Scenery[] = [];
  for (const kind of sceneryKinds) {
    for (let copy = 0; copy < ofEach; copy++) drawn.push({ kind, picture: await draw(kind, random) });
  }
  return drawn;
}
