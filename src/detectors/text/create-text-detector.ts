import { modelsFolder } from '../../inference/manifest.ts';
import { openModel } from '../../inference/open-model.ts';
import type { TextRegion } from '../../policy/words/evidence.ts';
import type { Detector } from '../detector.ts';
import { chestOfFace } from './chest-of-face.ts';
import { dropParts } from './drop-parts.ts';
import { formOfText } from './form-of-text.ts';
import { readAlphabet } from './read-alphabet.ts';
import { readLikelihoodNet } from './read-likelihood-net.ts';
import { readQuads, type ReadQuad } from './read-quads.ts';
import { readingQuad } from './reading-quad.ts';
import { searchPhoto } from './search-photo.ts';

export interface TextDetectorOptions {
  /** Where the nets and the dictionary are; the shipped ones by default. */
  readonly folder?: string;
}

/** Words of two or three letters are easily seen in patterns, so they must be read surely. */
const leastScore = { short: 0.85, long: 0.6 } as const;
const shortLength = 3;
const mostLines = 60;

function isReadable({ text, score }: ReadQuad): boolean {
  const letters = text.replace(/[^\p{L}\d]/gu, '').length;
  return letters > 1 && score >= (letters <= shortLength ? leastScore.short : leastScore.long);
}

/** Reads what can be read in a photo. Faces are a hint where name badges may be; it works without. */
export async function createTextDetector(options: TextDetectorOptions = {}): Promise<Detector<'text', 'faces'>> {
  const folder = options.folder ?? modelsFolder;
  const [detect, recognise, direction, alphabet, likelihood] = await Promise.all([
    openModel('ocr_detect', folder),
    openModel('ocr_recognise', folder),
    openModel('ocr_direction', folder),
    readAlphabet(folder),
    readLikelihoodNet(folder),
  ]);
  return {
    id: 'text',
    version: `${detect.version}-${recognise.version}-${likelihood.version}`,
    observes: 'text',
    needs: ['faces'],
    async observe({ full }, { faces }, signal): Promise<readonly TextRegion[]> {
      const chests = faces.map((face) => chestOfFace(face, full.width, full.height));
      const lines = await searchPhoto({ detect, likelihood }, full, chests, signal);
      const quads = lines.slice(0, mostLines).map((line) => readingQuad(line.rectangle));
      const read = await readQuads({ recognise, direction, alphabet }, full, quads, signal);
      return dropParts(read.filter(isReadable)).map(({ text, quad, score }) => ({
        text,
        quad,
        score,
        kind: formOfText(text),
      }));
    },
  };
}
