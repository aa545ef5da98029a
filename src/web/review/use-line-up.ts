import { useState } from 'react';
import { useKept } from '../ui/use-kept.ts';
import type { LineUpAnswer, LineUpPupil } from './review-types.ts';

type Answers = ReadonlyMap<string, LineUpAnswer>;

/** What was answered before, for the pupils one was asked about. */
function answersOf(pupils: readonly LineUpPupil[]): Answers {
  return new Map(pupils.flatMap(({ pupilId, answer }) => (answer === null ? [] : [[pupilId, answer] as const])));
}

/** The first pupil after a place without an answer, going round; the place itself when all are answered. */
function nextOpen(pupils: readonly LineUpPupil[], answers: Answers, index: number): number {
  const order = pupils.map((_pupil, step) => (index + 1 + step) % pupils.length);
  return order.find((place) => !answers.has(pupils[place]!.pupilId)) ?? Math.min(index + 1, pupils.length - 1);
}

/** The answers for these pupils so far, also those that were given before one was led away, and which pupil one is at: `index`. Saying an answer goes on to the next. */
export function useLineUp(
  pupils: readonly LineUpPupil[],
  photo: { readonly photoId: string; readonly version: number },
) {
  const key = `line-up/${photo.photoId}/${photo.version}`;
  const { work: answers, change } = useKept(key, () => answersOf(pupils));
  const firstOpen = pupils.findIndex(({ pupilId }) => !answers.has(pupilId));
  const [index, setIndex] = useState(Math.max(0, firstOpen));
  const setAnswers = (next: Answers): void => {
    change(() => next);
  };
  const say = (pupilId: string, answer: LineUpAnswer): void => {
    const next = new Map(answers).set(pupilId, answer);
    const place = pupils.findIndex((one) => one.pupilId === pupilId);
    setAnswers(next);
    setIndex(nextOpen(pupils, next, place));
  };
  const go = (step: number) => (): void => {
    setIndex(Math.min(Math.max(index + step, 0), pupils.length - 1));
  };
  const changed = pupils.flatMap(({ pupilId, answer: before }) => {
    const answer = answers.get(pupilId);
    return answer === undefined || answer === before ? [] : [{ pupilId, answer }];
  });
  return { answers, setAnswers, index, say, go, changed };
}
