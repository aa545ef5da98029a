import { newConcerns, type AgreedVerdict } from './new-concerns.ts';
import { causeOfEnding, type ReleasedCause } from './cause-of-ending.ts';
import { isAsAgreed } from './register/standings.ts';
import type { Facts } from './words/rule.ts';
import type { PupilId } from './words/people.ts';

/** What a released photo is judged by. */
export interface ReleasedPhoto {
  /** The verdict it was released with. */
  readonly agreed: AgreedVerdict | null;
  readonly today: AgreedVerdict;
  readonly facts: Facts;
  /** Pupils it relied on more surely than by being on the roll, and those the roll named one by one. */
  readonly reliedOn: readonly PupilId[];
  /** Pupils who have left the school by today. */
  readonly left: ReadonlySet<PupilId>;
  /** Those of them who were still there when it was released. */
  readonly leftSince: ReadonlySet<PupilId>;
  /** Pupils a person has already looked for in this release and not found. */
  readonly cleared: ReadonlySet<PupilId>;
}

/** What follows. `takedown` is null when the photo may stay; `looks` are for a person, and never settle by themselves. */
export interface ReleasedConsequences {
  readonly takedown: { readonly pupilId: PupilId | null; readonly cause: ReleasedCause } | null;
  readonly looks: readonly { readonly pupilId: PupilId; readonly cause: ReleasedCause }[];
}

/**
 * What today's register and policy mean for a photo that has left. It comes down when it shows a new block, or relied on
 * somebody who may no longer appear. Pupils newly on the register whom nobody compared or looked for are for a person, and
 * so is whoever of the register a new finding names without being sure. Other new findings only matter to photos that have not left. Pure.
 */
export function releasedConsequences(photo: ReleasedPhoto): ReleasedConsequences {
  const register = new Map(photo.facts.register.concat(photo.facts.offRoll).map((entry) => [entry.pupil.id, entry]));
  const causeOf = (pupilId: PupilId): ReleasedCause => {
    const entry = register.get(pupilId);
    return entry === undefined ? 'replay' : causeOfEnding(entry, photo.left);
  };
  const agreed = photo.agreed?.standings ?? [];
  const named = new Set(agreed.map(({ pupilId }) => pupilId));
  // Two people overrode that this pupil may not appear, or one saw that it is somebody else. That holds while nothing
  // more is recorded, and ends when the pupil leaves.
  const isAgreed = (pupilId: PupilId): boolean =>
    named.has(pupilId) &&
    !photo.leftSince.has(pupilId) &&
    photo.today.standings.some((standing) => standing.pupilId === pupilId) &&
    isAsAgreed(pupilId, agreed, photo.today.standings);
  const concerns = newConcerns(photo.agreed, photo.today);
  const blocks = concerns.filter((finding) => finding.severity === 'block');
  const blocked = blocks.flatMap((finding) => finding.pupils ?? []).find((pupilId) => !photo.cleared.has(pupilId));
  const relied = photo.reliedOn.find(
    (pupilId) => register.has(pupilId) && !photo.cleared.has(pupilId) && !isAgreed(pupilId),
  );
  const pupilId = relied ?? blocked ?? null;
  const isBlocked = pupilId !== null || blocks.some((finding) => (finding.pupils ?? []).length === 0);
  const takedown = isBlocked ? { pupilId, cause: pupilId === null ? ('replay' as const) : causeOf(pupilId) } : null;
  const known = new Set([...(photo.agreed?.coverage.lineUp ?? []), ...photo.cleared]);
  // A file that bears somebody's name, or a face that is now like enough to somebody, says that they may be in it.
  const hinted = concerns
    .flatMap(({ severity, pupils = [] }) => (severity === 'review' ? pupils : []))
    .filter((id) => register.has(id));
  const looks = [...new Set([...photo.today.coverage.lineUp, ...hinted])]
    .filter((id) => !known.has(id))
    .map((id) => ({ pupilId: id, cause: isAgreed(id) ? ('replay' as const) : causeOf(id) }));
  return { takedown, looks };
}
