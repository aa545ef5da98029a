import { modelsFolder } from '../../inference/manifest.ts';
import { openModel } from '../../inference/open-model.ts';
import type { Face, TextRegion } from '../../policy/words/evidence.ts';
import type { DecodedPhoto, Detector } from '../detector.ts';
import { formOfText } from './form-of-text.ts';
import { dropParts } from './drop-parts.ts';
import { mergeLines } from './merge-lines.ts';
import { packViews } from './pack-views.ts';
import { planViews } from './plan-views.ts';
import { planZooms } from './plan-zooms.ts';
import type { View } from './view.ts';
import type { Raster } from '../../lib/raster.ts';
import { readAlphabet } from './read-alphabet.ts';
import { readQuads } from './read-quads.ts';
import { readingQuad } from './reading-quad.ts';
import { searchSheet, type TextLine } from './search-sheet.ts';

export interface TextDetectorOptions {
  /** Where the nets and the dictionary are; the shipped ones by default. */
  readonly folder?: string;
}

const sheetSidePx = 960;
/** Enough to look closer. */
const leastSuspicion = 0.35;
const leastTextScore = 0.5;
const leastReadingScore = 0.6;
const mostLines = 60;

/** Reads what can be read in a photo. Faces are a hint where name badges may be; it works without. */
export async function createTextDetector(options: TextDetectorOptions = {}): Promise<Detector<'text', 'faces'>> {
  const folder = options.folder ?? modelsFolder;
  const [detect, recognise, direction, alphabet] = await Promise.all([
    openModel('ocr_detect', folder),
    openModel('ocr_recognise', folder),
    openModel('ocr_direction', folder),
    readAlphabet(folder),
  ]);
  const reading = { recognise, direction, alphabet };

  async function search(photo: Raster, views: readonly View[], signal: AbortSignal): Promise<TextLine[]> {
    const lines: TextLine[] = [];
    for (const sheet of packViews(views, sheetSidePx)) {
      signal.throwIfAborted();
      lines.push(...(await searchSheet(detect, photo, sheet, leastSuspicion)));
    }
    signal.throwIfAborted();
    return lines;
  }

  async function find({ full }: DecodedPhoto, faces: readonly Face[], signal: AbortSignal): Promise<TextLine[]> {
    const coarse = await search(full, planViews(full.width, full.height, faces), signal);
    const fine = await search(full, planZooms(mergeLines(coarse), full.width, full.height), signal);
    const sure = [...fine, ...coarse].filter(({ score }) => score >= leastTextScore);
    return mergeLines(sure).slice(0, mostLines);
  }

  return {
    id: 'text',
    version: `${detect.version}-${recognise.version}`,
    observes: 'text',
    needs: ['faces'],
    async observe(photo, { faces }, signal): Promise<readonly TextRegion[]> {
      const lines = await find(photo, faces, signal);
      const quads = lines.map((line) => readingQuad(line.rectangle));
      const read = await readQuads(reading, photo.full, quads, signal);
      const readable = read.filter(({ text, score }) => text.length > 1 && score >= leastReadingScore);
      return dropParts(readable).map(({ text, quad, score }) => ({ text, quad, score, kind: formOfText(text) }));
    },
  };
}
