import { expect, it } from 'vitest';
import { findNames } from '../../../src/policy/names/find-names.ts';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { pupilOf } from '../evidence-of.ts';

const syllables = ['ka', 'mo', 'li', 'ran', 'tes', 'dor', 'vin', 'sha', 'bel', 'go', 'wen', 'pri', 'zu', 'fa', 'nor'];
const invent = (seed: number): string =>
  syllables[seed % 15]! + syllables[Math.floor(seed / 15) % 15]! + syllables[(seed * 7) % 15]!;
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

it('reads a text against 2,000 pupils in about a millisecond', () => {
  const roll = Array.from({ length: 2000 }, (_, at) =>
    pupilOf(`p${at}`, capital(invent(at % 400)), capital(invent(at))),
  );
  const names = indexNames(roll);
  const texts = [
    'Kamo Lidor',
    'PRESENTED T0 TESD0RVIN SHABE1GO',
    'Year 6 sports day winners',
    'Hello my name is Prizufa',
  ];
  const timed = Array.from({ length: 60 }, () => {
    const started = performance.now();
    for (const text of texts) findNames(text, { names, carrier: 'picture' });
    return (performance.now() - started) / texts.length;
  });
  // The median, because other work shares the machine; ten times the aim, so that only a change of order fails.
  expect(timed.sort((a, b) => a - b)[30]).toBeLessThan(10);
});
