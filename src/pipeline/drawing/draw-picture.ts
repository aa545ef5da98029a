import type { OutputInfo, OverlayOptions } from 'sharp';
import type { DecodedPhoto } from '../../detectors/detector.ts';
import type { Severity, VerdictName } from '../../policy/words/finding.ts';
import { sharp } from '../decode/pixel-engine.ts';
import { drawText } from './draw-text.ts';
import type { Mark, Markings } from './marks.ts';

const longEdgePx = 1600;
const leastWidthPx = 640;
const leastHeightPx = 480;
const paper = '#ffffff';
const ink = '#1a1a1a';

/** Colour is never alone: the outline's dashes and the words say the same. */
const looks: Readonly<Record<Severity | 'nothing', { colour: string; dash: string; word: string }>> = {
  block: { colour: '#c4001a', dash: 'none', word: 'BLOCK' },
  review: { colour: '#a85b00', dash: '14 5', word: 'REVIEW' },
  unknown: { colour: '#6b2fb3', dash: '4 5', word: 'UNKNOWN' },
  note: { colour: '#00558c', dash: '2 4', word: 'NOTE' },
  nothing: { colour: '#007a3d', dash: 'none', word: '' },
};

const headlines: Readonly<Record<VerdictName, { severity: Severity | 'nothing'; text: string }>> = {
  clear: { severity: 'nothing', text: 'CLEAR' },
  review: { severity: 'review', text: 'REVIEW: a person must look at this photo' },
  block: { severity: 'block', text: 'BLOCK: this photo may not be used as it is' },
};

const lookOf = (mark: Mark): (typeof looks)['block'] => looks[mark.severity ?? 'nothing'];

function outlineOf(mark: Mark, scale: number, strokePx: number): string {
  const points = mark.corners.map(({ x, y }) => `${(x * scale).toFixed(1)},${(y * scale).toFixed(1)}`).join(' ');
  const { colour, dash } = lookOf(mark);
  const shape = `<polygon points="${points}" fill="none" stroke-linejoin="round"`;
  // White beneath, so that the outline shows on any background.
  return (
    `${shape} stroke="white" stroke-opacity="0.8" stroke-width="${strokePx * 2}"/>` +
    `${shape} stroke="${colour}" stroke-width="${strokePx}" stroke-dasharray="${dash}"/>`
  );
}

/** A tag above the outline, or inside it at the picture's upper edge. */
async function tagOf(mark: Mark, scale: number, width: number, textPx: number): Promise<OverlayOptions[]> {
  const label = await drawText(mark.label, { heightPx: textPx, colour: 'white', widthPx: width });
  const padPx = Math.ceil(textPx / 4);
  const tag = { width: Math.min(width, label.width + 2 * padPx), height: label.height + 2 * padPx };
  const left = Math.min(...mark.corners.map((corner) => corner.x)) * scale;
  const top = Math.min(...mark.corners.map((corner) => corner.y)) * scale;
  const at = {
    left: Math.round(Math.max(0, Math.min(left, width - tag.width))),
    top: Math.round(Math.max(0, top - tag.height)),
  };
  const background = { ...tag, channels: 3, background: lookOf(mark).colour } as const;
  return [
    { input: { create: background }, ...at },
    { input: label.png, left: at.left + padPx, top: at.top + padPx },
  ];
}

/** The strip under the picture: the verdict, then each reason. */
async function drawReasons(
  markings: Markings,
  width: number,
  textPx: number,
): Promise<{ png: Buffer; height: number }> {
  const { severity, text } = headlines[markings.verdict];
  const lines = [
    { text, colour: looks[severity].colour, heightPx: Math.round(textPx * 1.3) },
    ...markings.reasons.map((reason) => {
      const { word, colour } = looks[reason.severity];
      return { text: `${word}  ${reason.text}`, colour: reason.severity === 'note' ? ink : colour, heightPx: textPx };
    }),
  ];
  const padPx = textPx;
  const overlays: OverlayOptions[] = [];
  let top = padPx;
  for (const line of lines) {
    const drawn = await drawText(line.text, { ...line, widthPx: width - 2 * padPx });
    overlays.push({ input: drawn.png, left: padPx, top });
    top += drawn.height + Math.round(textPx * 0.6);
  }
  const height = top + padPx;
  const strip = sharp({ create: { width, height, channels: 3, background: paper } });
  return { png: await strip.composite(overlays).png().toBuffer(), height };
}

/** The photo at a size to look at: small ones are enlarged, so that outlines and tags have room. */
async function sizeForLooking(photo: DecodedPhoto): Promise<{ data: Buffer; info: OutputInfo }> {
  const { width, height, data } = await photo.scaled(longEdgePx);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: Math.max(width, leastWidthPx), height: Math.max(height, leastHeightPx), fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/**
 * A picture for people to look at: the photo, at most 1,600 pixels long, with outlines, and the reasons below. JPEG.
 * It holds the photo's pixels: it is for whoever decides, never for release.
 */
export async function drawPicture(photo: DecodedPhoto, markings: Markings): Promise<Buffer> {
  const { data, info } = await sizeForLooking(photo);
  const { width, height } = info;
  const scale = width / photo.full.width;
  const textPx = Math.max(12, Math.round(Math.max(width, height) / 75));
  const strokePx = Math.max(2, Math.round(textPx / 6));
  const shapes = markings.marks.map((mark) => outlineOf(mark, scale, strokePx)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`;
  // The sheet is as wide as the picture, but never too narrow to read.
  const sheetWidth = Math.max(width, leastWidthPx);
  const reasons = await drawReasons(markings, sheetWidth, textPx);
  const tags = await Promise.all(markings.marks.map((mark) => tagOf(mark, scale, sheetWidth, textPx)));
  return sharp({ create: { width: sheetWidth, height: height + reasons.height, channels: 3, background: paper } })
    .composite([
      { input: data, raw: { width, height, channels: 3 }, left: 0, top: 0 },
      { input: Buffer.from(svg), left: 0, top: 0 },
      ...tags.flat(),
      { input: reasons.png, left: 0, top: height },
    ])
    .jpeg({ quality: 85 })
    .toBuffer();
}
