import { createRequire } from 'node:module';
import { sharp } from '../decode/pixel-engine.ts';

// A school's server may have no fonts at all, so the font comes along.
const fontfile = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as a picture with a transparent background, wrapped at `widthPx`. PNG. */
export async function drawText(
  text: string,
  { heightPx, colour, widthPx }: { heightPx: number; colour: string; widthPx: number },
): Promise<{ png: Buffer; width: number; height: number }> {
  const safe = text.replace(/[&<>]/g, (sign) => escapes[sign]!);
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${safe}</span>`,
      ...{ fontfile, font: `DejaVu Sans Bold ${heightPx}`, dpi: 72, rgba: true, wrap: 'word-char' },
      width: Math.max(1, Math.round(widthPx)),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
