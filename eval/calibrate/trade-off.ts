import type { MatchMeasurement } from '../../src/policy/words/match-measurement.ts';
import { scoreOf, type Comparison, type Group } from './comparison.ts';
import { drawSubjects, middleOf, type Draw } from './draw-subjects.ts';

const draws = 200;
const reviewShares = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5] as const;
/** Registers from here up are compared as such. */
const leastForRegister = 11;

/** At one threshold: strangers' faces that go to review, and pupils' faces that are missed, with its interval. */
export interface TradePoint {
  readonly review: number;
  readonly missed: number;
  readonly from: number;
  readonly to: number;
}

interface Probe {
  readonly shown: string;
  /** Scores of the photo beside strangers, and beside the person's own photos. */
  readonly strangers: readonly number[];
  readonly own: readonly number[];
}

/**
 * Miss rate against review rate for a register of a given size. A photo's chance of review is that of at least one
 * pupil above the threshold when so many are drawn from the strangers it was compared with, so that photos that are like
 * everybody keep their weight.
 */
export function tradeOff(
  comparisons: readonly Comparison[],
  group: Group,
  pupils: number,
  scales: MatchMeasurement['scales'],
): TradePoint[] {
  const probes = probesOf(comparisons, group, pupils < leastForRegister ? 'alone' : 'register', scales);
  const everybody = new Map(probes.map(({ shown }) => [shown, 1]));
  const drawn = drawSubjects([...everybody.keys()], draws);
  const chances = chancesOf(probes, pupils);
  const curves = drawn.map((draw) => missedAt(probes, chances, draw));
  return missedAt(probes, chances, everybody).map((missed, at) => {
    const { from, to } = middleOf(curves.map((curve) => curve[at]!));
    return { review: reviewShares[at]!, missed, from, to };
  });
}

function probesOf(
  comparisons: readonly Comparison[],
  group: Group,
  scale: 'alone' | 'register',
  scales: MatchMeasurement['scales'],
): Probe[] {
  const byProbe = new Map<string, Comparison[]>();
  for (const one of comparisons.filter((comparison) => comparison.group === group)) {
    byProbe.set(one.probe, [...(byProbe.get(one.probe) ?? []), one]);
  }
  return [...byProbe.values()].map((some) => {
    const scored = some.map((one) => ({
      isOwn: one.pupil === one.shown,
      score: scoreOf(one, scale, scales[scale]),
    }));
    const of = (isOwn: boolean): number[] => scored.filter((one) => one.isOwn === isOwn).map(({ score }) => score);
    return { shown: some[0]!.shown, strangers: of(false), own: of(true) };
  });
}

/** The scores at which a threshold is tried, closer together where scores are closer to 0 or 1. */
const tried = Array.from({ length: 240 }, (_, at) => 1 / (1 + Math.exp(8 - at / 15)));

/** For each photo and each score tried: the chance that one of so many strangers reaches it. */
function chancesOf(probes: readonly Probe[], pupils: number): { readonly probe: Probe; readonly chances: number[] }[] {
  return probes
    .filter(({ strangers }) => strangers.length > 0)
    .map((probe) => {
      const reached = (least: number): number =>
        probe.strangers.filter((score) => score >= least).length / probe.strangers.length;
      return { probe, chances: tried.map((least) => 1 - (1 - reached(least)) ** pupils) };
    });
}

/** The share of own photos missed at each of the review shares. */
function missedAt(probes: readonly Probe[], chances: ReturnType<typeof chancesOf>, draw: Draw): number[] {
  const weightOf = ({ shown }: Probe): number => draw.get(shown) ?? 0;
  const own = probes.flatMap((probe) => probe.own.map((score) => ({ score, weight: weightOf(probe) })));
  const weighted = chances.map((one) => ({ ...one, weight: weightOf(one.probe) }));
  const reviews = tried.map((_, at) => meanOf(weighted, (one) => one.chances[at]!));
  return reviewShares.map((share) => {
    const at = reviews.findIndex((review) => review <= share);
    const least = at === -1 ? 1 : tried[at]!;
    return meanOf(own, ({ score }) => (score < least ? 1 : 0));
  });
}

function meanOf<T extends { readonly weight: number }>(items: readonly T[], value: (item: T) => number): number {
  let [sum, all] = [0, 0];
  for (const item of items) {
    sum += item.weight * value(item);
    all += item.weight;
  }
  return sum / all;
}
