import type { Pupil } from './words/people.ts';
import type { Facts } from './words/rule.ts';

/**
 * The facts as if nobody who is not on the roll might appear: then all are known by their whole name, and what is said of
 * a name does not tell who may not appear. Not for judging a picture.
 */
export function withEverybody(facts: Facts, pupils: readonly Pupil[]): Facts {
  const onRoll = new Set(facts.roll.map(({ id }) => id));
  const others = pupils.filter(({ id }) => !onRoll.has(id));
  const offRoll = others.map(
    (pupil) => ({ pupil, reason: 'no-record', channels: [], biometric: 'not-asked' }) as const,
  );
  return { ...facts, offRoll };
}
