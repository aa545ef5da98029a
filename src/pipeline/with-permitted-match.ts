import type { DrawnFaceSeen } from '../policy/words/drawn-face.ts';
import type { Evidence, EvidenceItem, MatchEvidence } from '../policy/words/evidence.ts';
import { withoutPupil } from '../policy/without-pupil.ts';
import type { Queryable } from '../store/database.ts';
import { isMatchingOn } from '../store/is-matching-on.ts';
import { readRegister } from './read-register.ts';
import { whoMayBeEnrolled } from './who-may-be-enrolled.ts';

/**
 * Which of these pupils' faces may not be compared on an ISO day, or cannot, because no template is left: their reference
 * photo may have turned out to show somebody else. All of them while matching is off.
 */
async function whoMayNotBeCompared(
  database: Queryable,
  pupilIds: readonly string[],
  day: string,
): Promise<readonly string[]> {
  if (pupilIds.length === 0 || !(await isMatchingOn(database))) return pupilIds;
  const allowed = whoMayBeEnrolled(await readRegister(database, day, pupilIds), day);
  const rows = await database
    .selectFrom('faceTemplates')
    .select('pupilId')
    .distinct()
    .where('pupilId', 'in', pupilIds)
    .execute();
  const enrolled = new Set(rows.map(({ pupilId }) => pupilId));
  return pupilIds.filter((id) => !allowed.has(id) || !enrolled.has(id));
}

const ended = 'the permission to compare faces ended while the photo was looked at';

function namedIn({ compared, faces }: MatchEvidence): readonly string[] {
  const candidates = faces.flatMap((face) => face.candidates.map(({ pupil }) => pupil));
  return [...new Set([...compared, ...candidates])];
}

/**
 * What a photo showed, by the permissions and templates of the moment at which it is written down. Looking takes seconds:
 * whoever withdrew meanwhile, or has no template any more, is left out of what was compared, as if their template had been gone before, and a person looks for
 * them instead.
 */
export async function withPermittedMatch(database: Queryable, evidence: Evidence, day: string): Promise<Evidence> {
  const { match } = evidence;
  if (match.status !== 'observed') return evidence;
  const withdrawn = await whoMayNotBeCompared(database, namedIn(match.value), day);
  if (withdrawn.length === 0) return evidence;
  const value = withdrawn.reduce<unknown>(withoutPupil, match.value) as MatchEvidence;
  const left: EvidenceItem<MatchEvidence> =
    value.compared.length > 0 ? { ...match, value } : { status: 'off', why: ended };
  return { ...evidence, match: left };
}

/** The same for a face that a person drew. */
export async function withPermittedFace(database: Queryable, seen: DrawnFaceSeen, day: string): Promise<DrawnFaceSeen> {
  if (seen.status !== 'compared') return seen;
  const named = namedIn({ compared: seen.compared, faces: [seen.match] });
  const withdrawn = await whoMayNotBeCompared(database, named, day);
  const left = withdrawn.reduce<unknown>(withoutPupil, seen) as typeof seen;
  return withdrawn.length > 0 && left.compared.length === 0 ? { status: 'not-compared', why: ended } : left;
}
