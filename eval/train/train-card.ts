import path from 'node:path';
import { cardHeadFile } from '../../src/detectors/text/find-cards.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';
import { demoPhotos } from '../../bench/group-photo.ts';
import { fictionalRoll } from '../text/fictional-roll.ts';
import { fitTwoLayers, type Sample, type TwoLayers } from '../text/fit-two-layers.ts';
import { listPhotos } from '../text/photo-source.ts';
import { randomFrom } from '../text/random.ts';
import { writeTwoLayers } from '../text/write-two-layers.ts';
import { gatherCards } from './gather-cards.ts';
import { gatherRealCard } from './gather-real-card.ts';

const seed = 6101;
/** Looks at each small photo, and at each of the larger demo photos. */
const looks = { small: 2, demo: 90 } as const;
/** Cuts of the one real card. */
const realCuts = 40;
/** The share of other patches that may pass. */
const mostPassing = 0.05;
/** Demo photo 1 shows a real card, so it is no photo without one. */
const [demoWith, ...demoWithout] = demoPhotos;

function logOdds({ hidden, hiddenBias, output, outputBias }: TwoLayers, input: Float32Array): number {
  let sum = outputBias;
  output.forEach((weight, unit) => {
    let value = hiddenBias[unit]!;
    for (let i = 0; i < input.length; i += 1) value += hidden[unit * input.length + i]! * input[i]!;
    sum += Math.max(0, value) * weight;
  });
  return sum;
}

/** How many cards are kept where the given share of what is no card passes, on samples the net was not fitted on. */
function recallAt(net: TwoLayers, samples: readonly Sample[], passing: number): { limit: number; recall: number } {
  const scores = (wanted: 0 | 1): number[] =>
    samples
      .filter((sample) => sample.wanted === wanted)
      .map(({ input }) => logOdds(net, input))
      .sort((a, b) => b - a);
  const [cards, others] = [scores(1), scores(0)];
  const limit = others[Math.floor(passing * others.length)]!;
  return { limit, recall: cards.filter((score) => score > limit).length / cards.length };
}

const count = (samples: readonly Sample[], wanted: 0 | 1): number =>
  samples.filter((one) => one.wanted === wanted).length;

/** Fits the net and chooses its limit, on samples apart from those it was fitted on; writes it with its model card. */
export async function fitCard(fitted: readonly Sample[], apart: readonly Sample[], outFile: string): Promise<void> {
  const net = fitTwoLayers(fitted, {
    hidden: 16,
    epochs: 40,
    random: randomFrom(seed),
    progress: (line) => process.stdout.write(`${line}\n`),
  });
  const { limit } = recallAt(net, apart, mostPassing);
  const atLimits = [0.2, 0.1, 0.05, 0.02].map((passing) => ({ passing, recall: recallAt(net, apart, passing).recall }));
  const card = {
    what: 'Says whether a pale patch on a chest is a card, a badge or a sticker, from its edges, brightness and colours.',
    fittedOn:
      'Cards of eval/text drawn onto an MIT-licensed set of sports photos and onto demo photos, the same photos as they are, and the card in demo photo 1.',
    command: 'npm run train -- card --data FOLDER',
    samples: { cards: count(fitted, 1), others: count(fitted, 0) },
    apart: { cards: count(apart, 1), others: count(apart, 0), atLimits },
    limits: [
      'Coloured badges are not proposed to it.',
      'But for one real card, cut out in different ways, only drawn cards were learnt from.',
    ],
  };
  process.stdout.write(`${JSON.stringify(card, null, 2)}\n`);
  // So that above nought is a card.
  await writeTwoLayers(outFile, card, { ...net, outputBias: net.outputBias - limit });
}

/**
 * Trains the net that tells cards on chests from other pale patches: on drawn cards, on the one real card, and on what is
 * proposed in photos without cards. Every fifth small photo is kept apart. The same photos give the same file.
 */
export async function trainCard(dataFolder: string, outFile = path.join(modelsFolder, cardHeadFile)): Promise<void> {
  const small = (await listPhotos(dataFolder)).map(({ file }) => file);
  const files = [
    ...small.flatMap((file) => Array.from({ length: looks.small }, () => file)),
    ...demoWithout.flatMap((file) => Array.from({ length: looks.demo }, () => file)),
  ];
  const pupils = fictionalRoll();
  const [fitted, apart]: [Sample[], Sample[]] = [[], []];
  for (const [at, file] of files.entries()) {
    const into = small.indexOf(file) % 5 === 4 ? apart : fitted;
    into.push(...(await gatherCards(file, pupils, randomFrom(seed * 100_003 + at))));
    if (at % 200 === 199) process.stdout.write(`${at + 1} of ${files.length} looks\n`);
  }
  fitted.push(...(await gatherRealCard(demoWith!, realCuts, randomFrom(seed))));
  await fitCard(fitted, apart, outFile);
}
