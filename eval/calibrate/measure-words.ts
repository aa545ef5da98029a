import type { GroupErrors, MeasuredShare, WordErrors } from '../../src/policy/words/match-measurement.ts';
import { measuredMatching } from '../../src/policy/words/measured-matching.ts';
import { scoreOf, type Comparison, type Group, type Scale } from './comparison.ts';
import { drawSubjects, middleOf, type Draw } from './draw-subjects.ts';
import { fitScale } from './fit-scale.ts';

const draws = 200;

interface Scored extends Pick<Comparison, 'pupil' | 'shown'> {
  readonly score: number;
}

/**
 * How often each word is wrong for one group on one scale: the scale fitted on one half of the subjects and measured on
 * the other, both ways, counted together. Intervals from draws of subjects.
 */
export function measureWords(comparisons: readonly Comparison[], group: Group, scale: Scale): GroupErrors {
  const scored = [0, 1].flatMap((half) => {
    const fitted = fitScale(withinHalf(comparisons, 1 - half), scale);
    return withinHalf(comparisons, half)
      .filter((comparison) => comparison.group === group)
      .map((one) => ({ ...one, score: scoreOf(one, scale, fitted) }));
  });
  const drawn = drawSubjects([...new Set(scored.map(({ shown }) => shown))], draws);
  const errorsFrom = (least: number): WordErrors => ({
    strangers: shareOf(
      scored.filter(({ pupil, shown }) => pupil !== shown),
      ({ score }) => score >= least,
      drawn,
    ),
    missed: shareOf(
      scored.filter(({ pupil, shown }) => pupil === shown),
      ({ score }) => score < least,
      drawn,
    ),
  });
  const { likely, possible } = measuredMatching.words;
  return { group, scale, likely: errorsFrom(likely), possible: errorsFrom(possible) };
}

/** Both people in one half; halves are every second subject by name, within each kind of people. */
function withinHalf(comparisons: readonly Comparison[], half: number): Comparison[] {
  const halfOf = new Map<string, number>();
  for (const isGrown of [false, true]) {
    const some = comparisons.filter(({ group }) => (group === 'adults') === isGrown);
    const subjects = [...new Set(some.flatMap(({ pupil, shown }) => [pupil, shown]))].sort();
    for (const [at, subject] of subjects.entries()) halfOf.set(subject, at % 2);
  }
  return comparisons.filter(({ pupil, shown }) => halfOf.get(pupil) === half && halfOf.get(shown) === half);
}

function shareOf(scored: readonly Scored[], isWrong: (one: Scored) => boolean, drawn: readonly Draw[]): MeasuredShare {
  const wrong = scored.map(isWrong);
  const share = (weightOf: (one: Scored) => number): number => {
    let [sum, all] = [0, 0];
    for (const [at, one] of scored.entries()) {
      const weight = weightOf(one);
      all += weight;
      if (wrong[at]) sum += weight;
    }
    return sum / all;
  };
  const weightIn = (draw: Draw) => (one: Scored) => {
    const shown = draw.get(one.shown) ?? 0;
    return one.pupil === one.shown ? shown : shown * (draw.get(one.pupil) ?? 0);
  };
  const { from, to } = middleOf(drawn.map((draw) => share(weightIn(draw))));
  const rounded = (value: number): number => Number(value.toFixed(4));
  return { share: rounded(share(() => 1)), from: rounded(from), to: rounded(to) };
}
