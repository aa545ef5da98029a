import path from 'node:path';
import { trainAttire } from './train-attire.ts';
import { trainCard } from './train-card.ts';

// npm run train -- attire|card --data FOLDER [--out FILE]

const trainings: Readonly<Record<string, (dataFolder: string, outFile: string | undefined) => Promise<void>>> = {
  attire: trainAttire,
  card: trainCard,
};

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
}

const [name, ...args] = process.argv.slice(2);
const train = name === undefined ? undefined : trainings[name];
const data = optionOf(args, 'data');
if (train === undefined || data === undefined) {
  process.stderr.write(`Usage: npm run train -- ${Object.keys(trainings).join('|')} --data FOLDER [--out FILE]\n`);
  process.exitCode = 1;
} else {
  await train(path.resolve(data), optionOf(args, 'out'));
}
