import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../lib/app-error.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { isoFromNow, isoToday } from '../../lib/clock.ts';
import { judgeWithAnswers } from '../../policy/judge-with-answers.ts';
import { canAny } from '../../policy/rights.ts';
import type { Verdict, VerdictName } from '../../policy/words/finding.ts';
import type { SchoolPolicy } from '../../policy/words/school-policy.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import { readAnswers } from '../../pipeline/judge-stored-photo.ts';
import { countOf } from '../../policy/sentence.ts';
import { readEvidence } from '../../store/evidence-rows.ts';
import type { TakedownParts } from './parts.ts';

/** Thresholds to try; devices and the version stay as they are. */
export type TriedRules = Omit<SchoolPolicy, 'version' | 'devices'>;

const mostPhotos = 2_000;
const mostListed = 200;

interface Compared {
  readonly photoId: string;
  readonly batchId: string;
  readonly state: string;
  readonly before: VerdictName;
  readonly after: VerdictName;
  /** Whether this person may know of which photo that is. */
  readonly isShown: boolean;
}

async function findPhotos({ database, clock }: TakedownParts, days: number, seesAll: boolean) {
  return await database
    .selectFrom('photos')
    .selectAll()
    .where('uploadedAt', '>=', isoFromNow(clock, -days * 86_400_000))
    .where('state', 'not in', ['received', 'screening'])
    .$if(!seesAll, (query) => query.where('quarantined', '=', 0))
    .orderBy('id', 'desc')
    .limit(mostPhotos + 1)
    .execute();
}

async function compareAll(
  parts: TakedownParts,
  rules: TriedRules,
  photos: Awaited<ReturnType<typeof findPhotos>>,
  seesAll: boolean,
) {
  const isForLead = ({ findings }: Pick<Verdict, 'findings'>): boolean =>
    findings.some(({ audience }) => audience === 'dsl');
  const compared: Compared[] = [];
  const readFacts = factsReader(parts.database, isoToday(parts.clock));
  for (const photo of photos) {
    const { facts } = await readFacts(photo);
    const evidence = await readEvidence(parts.database, { photoId: photo.id, outputId: photo.currentOutputId });
    const answers = await readAnswers(parts.database, photo);
    const tried = { ...facts, policy: { ...rules, version: 'tried', devices: facts.policy.devices } };
    const before = judgeWithAnswers(evidence, facts, answers);
    const after = judgeWithAnswers(evidence, tried, answers);
    const isShown = seesAll || !(isForLead(before) || isForLead(after));
    const { id: photoId, batchId, state } = photo;
    compared.push({ photoId, batchId, state, before: before.verdict, after: after.verdict, isShown });
    await setImmediate(); // others are served in between
  }
  return compared;
}

const isFlagged = (verdict: VerdictName): boolean => verdict !== 'clear';
const isBlocked = (verdict: VerdictName): boolean => verdict === 'block';

/** "would have flagged 3 more and 1 fewer of 40 photos" */
function saySentence(total: number, more: number, fewer: number, days: number): string {
  const of = `${countOf(total, 'photo')} of the last ${days} days`;
  if (more === 0 && fewer === 0) return `These thresholds would have flagged the same of the ${of}.`;
  const parts = [...(more > 0 ? [`${more} more`] : []), ...(fewer > 0 ? [`${fewer} fewer`] : [])];
  return `These thresholds would have flagged ${parts.join(' and ')} of the ${of}.`;
}

/**
 * What other thresholds would have said, against those in force, both by the register of today. Nothing is written.
 * Whoever may not know of quarantined photos is told nothing of them, and of what only the safeguarding lead may read
 * how many photos it would concern, never which: thresholds tried one after the other would tell how likely each is.
 * Throws `invalid-input` when "possible" lies above "likely".
 */
export async function previewPolicy(parts: TakedownParts, person: SignedIn, rules: TriedRules, days: number) {
  if (rules.match.possible > rules.match.likely) {
    const message = 'must not be above rules.match.likely';
    throw new AppError('invalid-input', { fields: [{ path: 'rules.match.possible', message }] });
  }
  const seesAll = canAny(person.roles, 'decide-quarantined-photo');
  const found = await findPhotos(parts, days, seesAll);
  const compared = await compareAll(parts, rules, found.slice(0, mostPhotos), seesAll);
  const count = (test: (one: Compared) => boolean): number => compared.filter(test).length;
  const moreFlagged = count(({ before, after }) => !isFlagged(before) && isFlagged(after));
  const fewerFlagged = count(({ before, after }) => isFlagged(before) && !isFlagged(after));
  return {
    judged: compared.length,
    isPartial: found.length > mostPhotos,
    moreFlagged,
    fewerFlagged,
    moreBlocked: count(({ before, after }) => !isBlocked(before) && isBlocked(after)),
    fewerBlocked: count(({ before, after }) => isBlocked(before) && !isBlocked(after)),
    releasedNowFlagged: count(
      ({ state, before, after }) => state === 'released' && !isFlagged(before) && isFlagged(after),
    ),
    sentence: saySentence(compared.length, moreFlagged, fewerFlagged, days),
    changes: compared
      .filter(({ before, after, isShown }) => isShown && before !== after)
      .slice(0, mostListed)
      .map(({ photoId, batchId, before, after }) => ({ photoId, batchId, before, after })),
  };
}
