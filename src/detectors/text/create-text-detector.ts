import { modelsFolder } from '../../inference/manifest.ts';
import { openModel } from '../../inference/open-model.ts';
import type { Quad } from '../../lib/geometry.ts';
import type { TextRegion } from '../../policy/words/evidence.ts';
import type { Detector } from '../detector.ts';
import { isCredibleFace } from '../../policy/words/is-credible-face.ts';
import { chestOfFace } from './chest-of-face.ts';
import { dropParts } from './drop-parts.ts';
import { cardHeadFile, findCards } from './find-cards.ts';
import { formOfText } from './form-of-text.ts';
import { readAlphabet } from './read-alphabet.ts';
import { polygonArea, sharedArea } from './quad-overlap.ts';
import { readQuads, type ReadQuad } from './read-quads.ts';
import { readingQuad } from './reading-quad.ts';
import { readTwoLayers } from './read-two-layers.ts';
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

/** Whether a card is itself a letter, or a part, of a text that was read. */
function isPartOfText(card: Quad, texts: readonly ReadQuad[]): boolean {
  return texts.some(({ quad }) => {
    const [text, whole] = [polygonArea(quad), polygonArea(card)];
    const shared = sharedArea(quad, card);
    return shared > 0.25 * Math.min(text, whole) && (text > whole || shared < 0.6 * text);
  });
}

/** The net that says where text is likely, in `models/`. */
export const likelihoodFile = 'text_likelihood.json';

/**
 * Reads what can be read in a photo, and points out cards on chests, read or not. Faces are a hint where name badges
 * may be; it works without.
 */
export async function createTextDetector(options: TextDetectorOptions = {}): Promise<Detector<'text', 'faces'>> {
  const folder = options.folder ?? modelsFolder;
  const [detect, recognise, direction, alphabet, likelihood, card] = await Promise.all([
    openModel('ocr_detect', folder),
    openModel('ocr_recognise', folder),
    openModel('ocr_direction', folder),
    readAlphabet(folder),
    readTwoLayers(likelihoodFile, folder),
    readTwoLayers(cardHeadFile, folder),
  ]);
  return {
    id: 'text',
    version: [detect, recognise, likelihood, card].map(({ version }) => version).join('-'),
    observes: 'text',
    needs: ['faces'],
    async observe({ full }, { faces }, signal): Promise<readonly TextRegion[]> {
      const people = faces.filter(isCredibleFace);
      const chests = people.map((face) => chestOfFace(face, full.width, full.height));
      const lines = await searchPhoto({ detect, likelihood }, full, chests, signal);
      const quads = lines.slice(0, mostLines).map(readingQuad);
      const read = await readQuads({ recognise, direction, alphabet }, full, quads, signal);
      const texts = dropParts(read.filter(isReadable));
      const badges = (await findCards(card, full, people, signal)).filter((card) => !isPartOfText(card, texts));
      return [
        ...texts.map(({ text, quad, score }) => ({ text, quad, score, kind: formOfText(text) })),
        ...badges.map((quad) => ({ text: '', quad, score: 0, kind: 'badge' as const })),
      ];
    },
  };
}
